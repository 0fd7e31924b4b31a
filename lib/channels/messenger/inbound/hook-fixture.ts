import { createHmac } from "node:crypto";
import { owner } from "#db/owner-fixture";
import { env } from "#lib/core/env";

/** A body as the platform writes it: ASCII, everything else as lower-case `\uXXXX`, and slashes escaped. */
export function hookBody(value: unknown): Buffer {
  const text = JSON.stringify(value)
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replace(/\//g, "\\/");
  return Buffer.from(text);
}

/** The header that signs these raw bytes. */
export function hookSignature(body: Uint8Array | string, secret = env().FACEBOOK.clientSecret): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

/** The deliveries kept whose body has `part` in it. */
export async function keptWith(part: string) {
  return owner()<{ id: string; body: Buffer; processed_at: Date | null; problem: string | null }[]>`
    select id, body, processed_at, problem from inbound_events
    where source = 'messenger' and position(${Buffer.from(part)} in body) > 0 order by received_at`;
}
