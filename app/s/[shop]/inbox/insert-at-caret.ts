import type { Writing } from "./use-composer";

/** Puts words where the caret stands, in place of what is marked, and goes on writing after them. */
export function insertAtCaret({ box, text, setText }: Pick<Writing, "box" | "text" | "setText">, words: string): void {
  const from = Math.min(box.current?.selectionStart ?? text.length, text.length);
  const to = Math.min(box.current?.selectionEnd ?? from, text.length);
  setText(text.slice(0, from) + words + text.slice(to));
  requestAnimationFrame(() => {
    box.current?.focus();
    box.current?.setSelectionRange(from + words.length, from + words.length);
  });
}
