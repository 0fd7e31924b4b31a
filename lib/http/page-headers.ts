import { env } from "#lib/core/env";
import { liveSettings } from "#lib/realtime/live-settings";

const YEAR_S = 31_536_000;

/** The sandbox's Messenger shows the demo storefront in a frame and records voice messages. */
const MESSENGER = "/sandbox/messenger";

/** The sandbox's login dialog sends the browser back to the demo storefront too. */
const DIALOG = "/sandbox/dialog/oauth";

/** Members record voice messages in a shop; whatever page of it was opened first says what all may do. */
const SHOP = /^\/s\//;

/** Pages that a storefront's chat opens and hears from: cutting them from their opener would lose the answer. */
const POPUP = /^\/(connect|login|sandbox)(\/|$)/;

/**
 * The headers of a page of ours, by its path. Scripts run only with `nonce`; style attributes are allowed because
 * pages drawn on the server carry them. Source: HDR-01, WID-08.
 */
export function pageHeaders(path: string, nonce: string): Record<string, string> {
  const { PUBLIC_URL, FILES_ORIGIN, dev, sandbox, FACEBOOK } = env();
  const own = new URL(PUBLIC_URL);
  const tls = own.protocol === "https:";
  const live = liveSettings();
  const files = FILES_ORIGIN ? ` ${FILES_ORIGIN}` : "";
  const images = `${sandbox ? ` http://shop.${own.host}` : ""}${files}`;
  const messenger = sandbox && path === MESSENGER;
  const dialog = new URL(FACEBOOK.dialogUrl).origin;
  const storefront = `${own.protocol}//shop.${own.host}`;
  const forms = [dialog === own.origin ? "" : ` ${dialog}`, sandbox && path === DIALOG ? ` ${storefront}` : ""].join(
    "",
  );
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: https:${images}`,
    `media-src 'self'${files}`,
    "font-src 'self'",
    `connect-src 'self' ${live.tls ? "wss" : "ws"}://${live.host}:${live.port}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${forms}`,
    `frame-src 'self'${messenger ? ` ${storefront}` : ""}`,
    "frame-ancestors 'none'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": `camera=(), microphone=(${messenger || SHOP.test(path) ? "self" : ""}), geolocation=(), payment=()`,
    ...(POPUP.test(path) ? {} : { "cross-origin-opener-policy": "same-origin" }),
    ...(tls ? { "strict-transport-security": `max-age=${YEAR_S}; includeSubDomains` } : {}),
  };
}
