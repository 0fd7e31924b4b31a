export type ConnectAnswer = { type: "comptoir:connected"; code: string } | { type: "comptoir:cancelled" };

/**
 * Hands the answer to the chat that opened this window, and to a page of our own origin only, then closes the window.
 * False when there is no chat to tell: the window was opened otherwise, or lost its opener on the way.
 */
export function tellOpener(answer: ConnectAnswer): boolean {
  const opener: Window | null = window.opener;
  if (!opener || opener.closed) return false;
  opener.postMessage(answer, location.origin);
  window.close();
  return true;
}
