import { createHash, createHmac, timingSafeEqual } from "node:crypto";

const HEX_SHA256 = /^[0-9a-f]{64}$/;

/** Whether `signature` is the lower-case hex HMAC-SHA256 of `text`. Takes the same time wherever they differ. */
export function signatureMatches(secret: string, text: string, signature: string): boolean {
  if (!HEX_SHA256.test(signature)) return false;
  const expected = createHmac("sha256", secret).update(text).digest();
  return timingSafeEqual(expected, Buffer.from(signature, "hex"));
}

/**
 * Whether `auth`, in the form `key:signature`, was made with this app's key and secret over `text`.
 * https://pusher.com/docs/channels/library_auth_reference/auth-signatures
 */
export function authMatches(app: { key: string; secret: string }, text: string, auth: string): boolean {
  const prefix = `${app.key}:`;
  return auth.startsWith(prefix) && signatureMatches(app.secret, text, auth.slice(prefix.length));
}

/** MD5 in hex: the HTTP API's `body_md5`. It is covered by the signature and protects nothing by itself. */
export function md5(body: Buffer): string {
  return createHash("md5").update(body).digest("hex");
}
