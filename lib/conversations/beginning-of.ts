/** Of the text of a message, how much a list shows, in UTF-16 units. */
export const PREVIEW = 140;

/** The first 140 UTF-16 units of a text, or one fewer where the cut would halve a character. */
export function beginningOf(text: string): string {
  return text.slice(0, PREVIEW).replace(/[\ud800-\udbff]$/, "");
}
