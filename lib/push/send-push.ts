import webPush from "web-push";
import { env } from "#lib/core/env";
import { guardedFetch, type OutboundTrust } from "#lib/core/outbound";

/** A browser at its push service: where, and the keys that only it can read by (base64url). */
export type PushTarget = { endpoint: string; p256dh: string; auth: string };

/** What a browser shows, as `lib/push/service-worker.ts` reads it. `url` begins with `/`; one `tag` shows one notice. */
export type PushNotice = { title: string; body: string; url: string; tag: string; lang: string };

/** Seconds a push service keeps a notice for a browser that is off; what is older is told no more. */
export const KEPT_S = 4 * 3600;
const GONE = new Set([404, 410]);
const isPassing = (status: number) => status === 429 || status >= 500;

/** The push service could not take it now. */
export class PushFailure extends Error {}

/**
 * Hands one notice, readable by this browser alone (RFC 8291), to its push service: "sent"; "gone" when the browser is
 * told nothing any more; "refused" when trying again would not help. Throws `PushFailure` or `OutboundRefused` when it
 * may be tried again. `trust` names who may be asked beyond the public internet: nobody, unless told.
 */
export async function sendPush(
  { endpoint, p256dh, auth }: PushTarget,
  notice: PushNotice,
  trust: OutboundTrust = { own: [] },
): Promise<"sent" | "gone" | "refused"> {
  const request = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(notice), {
    vapidDetails: env().VAPID,
    TTL: KEPT_S,
    urgency: "high",
    contentEncoding: "aes128gcm",
  });
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const { status } = await guardedFetch(endpoint, { method: "POST", headers, body: request.body }, trust);
  if (status >= 200 && status < 300) return "sent";
  if (GONE.has(status)) return "gone";
  if (isPassing(status)) throw new PushFailure(`the push service answered ${status}`);
  return "refused";
}
