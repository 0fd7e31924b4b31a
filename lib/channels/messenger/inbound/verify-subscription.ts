import { timingSafeEqual } from "node:crypto";
import { env } from "#lib/core/env";
import { forbidden } from "#lib/core/errors";
import { hashToken } from "#lib/core/ids";

/**
 * What the platform must read back, exactly as it asked, before it delivers anything here. Refuses a wrong token, and
 * any parameter that is missing or sent twice. Source: Messenger webhooks, "Verification".
 */
export function verifySubscription(query: URLSearchParams): string {
  const only = (name: string) => (query.getAll(name).length === 1 ? query.get(name) : null);
  const [mode, token, challenge] = [only("hub.mode"), only("hub.verify_token"), only("hub.challenge")];
  if (mode !== "subscribe" || token === null || challenge === null || !isOurs(token)) throw forbidden();
  return challenge;
}

function isOurs(token: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(token)), Buffer.from(hashToken(env().FACEBOOK.verifyToken)));
}
