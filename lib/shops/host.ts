/** The host, with its port where one is named, that what somebody typed begins with: an address is cut down to it. */
export function hostOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/.*$/, "");
}
