const near = 48; // pixels from the end within which new messages are followed

export type Scroll = ReturnType<typeof createScroll>;

/** Follows the end of the conversation until she scrolls away from it, and keeps her place when earlier messages come above. */
export function createScroll(onBehind: (behind: boolean) => void) {
  let log: HTMLElement | undefined;
  let atEnd = true;
  let top = 0;
  let height = 0;
  let first = "";
  const sent = new Set<string>();

  function toEnd() {
    atEnd = true;
    log?.scrollTo(0, log.scrollHeight);
    top = log?.scrollTop ?? 0;
  }

  function moved() {
    if (!log) return;
    top = log.scrollTop;
    atEnd = log.scrollHeight - top - log.clientHeight < near;
    if (atEnd) onBehind(false);
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
    moved,
    /** Called before each drawing: a scroll whose event has not come yet counts too. */
    before() {
      if (log && log.scrollTop !== top) moved();
    },
    /** Called after each drawing, with the id of the first message, and the key of the last one she is sending. */
    settle(nowFirst: string, sending: string) {
      if (!log) return;
      const grown = log.scrollHeight - height;
      height = log.scrollHeight;
      if (atEnd || (sending && !sent.has(sending))) toEnd();
      else if (nowFirst !== first) log.scrollTop += grown;
      else if (grown > 0) onBehind(true);
      top = log.scrollTop;
      first = nowFirst;
      sent.add(sending);
    },
  };
}
