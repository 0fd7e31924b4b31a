import { MINUTE, now } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { readToken, writeToken } from "#lib/core/signed-token";

const USE = "file address";
/** Addresses end at whole multiples of this, so that a browser is given one it already has the bytes of. */
const STEP_MS = 5 * MINUTE;

/** Where a file is served apart from our own origin, to whoever holds the address: for five to ten minutes. */
export function fileAddress(shopId: string, fileId: string): string {
  const until = (Math.ceil(now().getTime() / STEP_MS) + 1) * STEP_MS;
  return `${env().FILES_ORIGIN}/files/${fileId}?key=${writeToken(USE, shopId, fileId, until)}`;
}

/** The shop whose file an address gives; null when it is of another file, altered or over. */
export function readFileAddress(address: string, fileId: string): string | null {
  const [shopId, id, until] = readToken(USE, new URL(address).searchParams.get("key") ?? "") ?? [];
  return shopId && id === fileId && Number(until) > now().getTime() ? shopId : null;
}
