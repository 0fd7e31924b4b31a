import { env } from "#lib/core/env";

/** The public key that a browser is told by when it is to be told of messages (RFC 8292 §4). */
export function GET(): Response {
  return Response.json({ key: env().VAPID.publicKey }, { headers: { "cache-control": "no-cache" } });
}
