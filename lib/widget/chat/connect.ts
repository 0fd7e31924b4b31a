import { fieldsOf } from "./views";

/** What the login window says, with the code only this chat can redeem. */
export type ConnectAnswer = { type: "comptoir:connected"; code: string } | { type: "comptoir:cancelled" };

const looksEvery = 500; // milliseconds

/** A fresh proof that the one who redeems is the one who asked (RFC 7636, S256). Both parts are base64url. */
export async function newProof(): Promise<{ verifier: string; challenge: string }> {
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return { verifier, challenge: base64url(new Uint8Array(digest)) };
}

function base64url(bytes: Uint8Array) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Opens the empty login window. Call it in the click itself, or the browser blocks it; null when it is blocked anyway. */
export function openWindow(): Window | null {
  return window.open("about:blank", "comptoir-connect", "popup,width=480,height=720");
}

/** Tells once when the window was closed, by her or by its own page. Returns a way to stop looking. */
export function onceClosed(opened: Window, then: () => void): () => void {
  const timer = setInterval(() => {
    if (!opened.closed) return;
    clearInterval(timer);
    then();
  }, looksEvery);
  return () => clearInterval(timer);
}

/**
 * Hears the answer of the login window, on our own origin only: the one `opened` names, or one a link of this page
 * opened, which no longer tells its opener once it has closed itself. What it hands over opens nothing without our proof.
 */
export function hearConnect(opened: () => Window | null, heard: (answer: ConnectAnswer) => void) {
  window.addEventListener("message", (event) => {
    const { source } = event;
    if (event.origin !== location.origin || !source || source === window) return;
    if (source !== opened() && !("opener" in source && (source.opener === window || source.closed))) return;
    const { type, code } = fieldsOf(event.data);
    if (type === "comptoir:cancelled") heard({ type });
    if (type === "comptoir:connected" && typeof code === "string") heard({ type, code });
  });
}
