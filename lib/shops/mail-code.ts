import type { Tx } from "#db/in-shop";
import { lockName } from "#db/lock-name";
import { MINUTE } from "#lib/core/clock";
import { signatureFor } from "#lib/core/signed-token";

/** How long a mailed code works. Source: AUTH-07. */
export const CODE_LIFE_MS = 10 * MINUTE;

const DIGITS = 6;

/** The code of one request, derived from its id, so that it is stored nowhere and the same at each look. */
export function codeOf(id: string): string {
  const number = signatureFor("mail code", id).readUIntBE(0, 6);
  return String(number % 10 ** DIGITS).padStart(DIGITS, "0");
}

/** Lets all that happens with the codes of one address go one after another. */
export async function lockAddress(tx: Tx, address: string): Promise<void> {
  await lockName(tx, `mail code:${address}`);
}
