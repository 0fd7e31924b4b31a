import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "./env";

/** The HMAC-SHA-256 of `payload` under a key made for one use, so that what is signed for it is worth nothing for another. */
export function signatureFor(use: string, payload: string | Buffer): Buffer {
  const key = createHmac("sha256", env().AUTH_SECRET).update(use).digest();
  return createHmac("sha256", key).update(payload).digest();
}

/** Whether this is the signature of `payload` for the use; it takes the same time whatever differs. */
export function isSignature(use: string, payload: string | Buffer, given: Buffer): boolean {
  const expected = signatureFor(use, payload);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Parts, none of which holds a dot, readable to whoever holds the token and signed for one use. */
export function writeToken(use: string, ...parts: (string | number)[]): string {
  const payload = parts.join(".");
  return `${Buffer.from(payload).toString("base64url")}.${signatureFor(use, payload).toString("base64url")}`;
}

/** The parts of a token of this use; null when it was altered, or is of another. */
export function readToken(use: string, token: string): string[] | null {
  const [body = "", signature = ""] = token.split(".");
  const payload = Buffer.from(body, "base64url").toString();
  return isSignature(use, payload, Buffer.from(signature, "base64url")) ? payload.split(".") : null;
}
