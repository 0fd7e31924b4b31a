export type ConnectAnswer = { type: "comptoir:connected"; code: string } | { type: "comptoir:cancelled" };

/**
 * Hands the answer to the chat that asked. A chat that could open no window sent its whole page here, which goes back to
 * `returnTo` with the answer behind the "#", where no server sees it; what it hands over opens nothing without that
 * chat's proof. Otherwise the page that opened this window is told, if it is of our own origin, and the window closes.
 * False when there is no chat to tell: the window was opened otherwise, or lost its opener on the way.
 */
export function tellChat(answer: ConnectAnswer, returnTo: string | null): boolean {
  if (returnTo) {
    location.replace(`${returnTo}#comptoir=${answer.type === "comptoir:connected" ? answer.code : ""}`);
    return true;
  }
  const opener: Window | null = window.opener;
  if (!opener || opener.closed) return false;
  opener.postMessage(answer, location.origin);
  window.close();
  return true;
}
