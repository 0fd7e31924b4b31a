import type { Writing } from "./use-composer";

/** Puts words where the caret stands, in place of what is marked, and goes on writing after them. */
export function insertAtCaret(
  { box, text, setText, moveCaret }: Pick<Writing, "box" | "text" | "setText" | "moveCaret">,
  words: string,
): void {
  const from = Math.min(box.current?.selectionStart ?? text.length, text.length);
  const to = Math.min(box.current?.selectionEnd ?? from, text.length);
  setText(text.slice(0, from) + words + text.slice(to));
  moveCaret(from + words.length);
}
