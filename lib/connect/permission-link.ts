import { DAY, now } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { idOf } from "#lib/core/ids";
import { isSignature, signatureFor } from "#lib/core/signed-token";

/** How long the link in a message leads to what its shop may send. */
export const PERMISSION_LINK_LIFE_MS = 180 * DAY;

const SHAPE = /^[A-Za-z0-9_-]{91}$/;
const IDS = 32;
const BODY = 36;

const bytesOf = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");

const USE = "permission link";

/**
 * The address, for whoever holds the message it stands in, of what this shop may send this contact. It shows and takes
 * back permissions, and opens nothing else. Good for half a year.
 */
export function permissionLink(shopId: string, contactId: string): string {
  const until = Buffer.alloc(BODY - IDS);
  until.writeUInt32BE(Math.floor((now().getTime() + PERMISSION_LINK_LIFE_MS) / 1_000));
  const body = Buffer.concat([bytesOf(shopId), bytesOf(contactId), until]);
  return `${env().PUBLIC_URL}/me/${Buffer.concat([body, signatureFor(USE, body)]).toString("base64url")}`;
}

/** Of whom a link speaks; null when it was altered or is over. */
export function readPermissionLink(token: string): { shopId: string; contactId: string } | null {
  if (!SHAPE.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const [body, given] = [bytes.subarray(0, BODY), bytes.subarray(BODY)];
  if (!isSignature(USE, body, given)) return null;
  if (body.readUInt32BE(IDS) * 1_000 <= now().getTime()) return null;
  return { shopId: idOf(body.toString("hex", 0, 16)), contactId: idOf(body.toString("hex", 16, IDS)) };
}
