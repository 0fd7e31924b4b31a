import { createHmac } from "node:crypto";
import { owner } from "#db/owner-fixture";
import { newId } from "#lib/core/ids";
import { type Answer, answerOf } from "#lib/http/route-fixture";
import type { MemberActor } from "#lib/shops/actor";
import { createConnection } from "#lib/shops/create-connection";

const ROUTE = "app/api/hooks/storefront/[connection]/route.ts";

export type TestConnection = { id: string; secret: string };

/** A connection of the shop whose orders the tests sign themselves. */
export async function makeConnection(actor: MemberActor): Promise<TestConnection> {
  return createConnection(actor, { name: "Storefront" });
}

/** The header that signs these raw bytes. */
export function signatureOf(secret: string, raw: string | Uint8Array): string {
  return `sha256=${createHmac("sha256", secret).update(raw).digest("hex")}`;
}

/** Posts raw bytes to a connection's address; a signature of null sends no such header. */
export async function post(
  connectionId: string,
  raw: string | Uint8Array,
  {
    signature,
    deliveryId = newId(),
    headers = {},
  }: { signature: string | null; deliveryId?: string; headers?: Record<string, string> },
): Promise<Answer> {
  return answerOf(
    ROUTE,
    "POST",
    { connection: connectionId },
    {
      raw,
      headers: {
        "content-type": "application/json",
        "x-comptoir-delivery": deliveryId,
        ...(signature === null ? {} : { "x-comptoir-signature": signature }),
        ...headers,
      },
    },
  );
}

/** Posts a delivery as a storefront does, signed with the connection's secret. */
export async function deliver(
  { id, secret }: TestConnection,
  delivery: unknown,
  deliveryId = newId(),
): Promise<Answer> {
  const raw = typeof delivery === "string" ? delivery : JSON.stringify(delivery);
  return post(id, raw, { signature: signatureOf(secret, raw), deliveryId });
}

/** The deliveries kept of one connection. */
export async function keptOf(connectionId: string) {
  return owner()<{ id: string; body: Buffer; attempts: number; processed_at: Date | null }[]>`
    select id, body, attempts, processed_at from inbound_events where connection_id = ${connectionId} order by received_at`;
}
