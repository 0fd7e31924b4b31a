const tallest = 132; // pixels: six lines

export type TextBox = ReturnType<typeof createTextBox>;

/** Keeps the box as tall as its text, up to six lines, and puts the cursor where it was asked to be. */
export function createTextBox() {
  let box: HTMLTextAreaElement | undefined;
  let focused = 0;
  return {
    attach: (element: HTMLTextAreaElement) => {
      box = element;
    },
    /** Puts text where her cursor is, and answers with everything that stands there now. */
    insert(text: string) {
      box?.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
      return box?.value ?? text;
    },
    /** Called after each drawing. */
    settle(wanted: number) {
      if (!box) return;
      box.style.height = "0";
      box.style.height = `${Math.min(box.scrollHeight, tallest)}px`;
      if (wanted === focused) return;
      focused = wanted;
      box.focus();
      box.setSelectionRange(box.value.length, box.value.length);
    },
  };
}
