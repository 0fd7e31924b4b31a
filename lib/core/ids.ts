import { createHash, randomBytes } from "node:crypto";

/** A UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then 74 random bits, so that ids sort by time of making. */
export function newId(at: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return idOf(bytes.toString("hex"));
}

/** The id that 32 hex digits spell. */
export const idOf = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/** A bearer secret of 256 random bits, in base64url (43 characters). Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 of a bearer secret, in hex: what is stored and looked up. Enough for a 256-bit random value. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
