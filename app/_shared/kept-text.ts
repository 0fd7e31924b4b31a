/**
 * Text kept on this browser. A browser that refuses to store (private windows, a full disk) keeps nothing beyond the
 * page, which is all that can be done there.
 */
export function keepText(key: string, text: string): void {
  try {
    if (text === "") localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    return;
  }
}

/** The text kept under `key`, or "". */
export function keptText(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** Every key that starts with `prefix` and under which a text is kept. */
export function keptKeys(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

/** Every kept text whose key starts with `prefix`. */
export function keptTexts(prefix: string): string[] {
  return keptKeys(prefix).map(keptText);
}
