const near = 48; // pixels from the end within which new messages are followed

export type Scroll = ReturnType<typeof createScroll>;

/** Follows the end of the conversation until she scrolls away from it, and keeps her place when earlier messages come above. */
export function createScroll(onBehind: (behind: boolean) => void) {
  let log: HTMLElement | undefined;
  let atEnd = true;
  let height = 0;
  let first = "";

  function toEnd() {
    log?.scrollTo(0, log.scrollHeight);
  }

  return {
    toEnd,
    focus() {
      log?.focus({ preventScroll: true });
    },
    attach(element: HTMLElement) {
      log = element;
      new ResizeObserver(() => atEnd && toEnd()).observe(element); // a keyboard came up, or the panel was opened
    },
    moved() {
      if (!log) return;
      atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < near;
      if (atEnd) onBehind(false);
    },
    /** Called after each drawing, with the id of the first message and whether she is sending one. */
    settle(nowFirst: string, sending: boolean) {
      if (!log) return;
      const grown = log.scrollHeight - height;
      height = log.scrollHeight;
      if (atEnd || sending) toEnd();
      else if (nowFirst !== first) log.scrollTop += grown;
      else if (grown > 0) onBehind(true);
      first = nowFirst;
    },
  };
}
