import { createHmac } from "node:crypto";
import { MINUTE } from "#lib/core/clock";
import { env } from "#lib/core/env";

/** How long a mailed code works. Source: AUTH-07. */
export const CODE_LIFE_MS = 10 * MINUTE;

const DIGITS = 6;

/** The code of one request, derived from its id, so that it is stored nowhere and the same at each look. */
export function codeOf(id: string): string {
  const key = createHmac("sha256", env().AUTH_SECRET).update("mail code").digest();
  const number = createHmac("sha256", key).update(id).digest().readUIntBE(0, 6);
  return String(number % 10 ** DIGITS).padStart(DIGITS, "0");
}
