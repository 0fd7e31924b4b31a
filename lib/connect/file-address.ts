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

const PICTURE_USE = "picture of a card";

/**
 * Where the platform fetches a picture that the shop sends on a card: signed for this one file, without an end, since
 * the platform fetches it anew as long as the card is looked at. Nothing is there any more once the message is erased.
 */
export function pictureAddress(shopId: string, fileId: string): string {
  const { FILES_ORIGIN, PUBLIC_URL } = env();
  return `${FILES_ORIGIN ?? PUBLIC_URL}/files/${fileId}?card=${writeToken(PICTURE_USE, shopId, fileId)}`;
}

/** The shop whose picture an address gives; null when it is none, of another file, or altered. */
export function readPictureAddress(address: string, fileId: string): string | null {
  const [shopId, id] = readToken(PICTURE_USE, new URL(address).searchParams.get("card") ?? "") ?? [];
  return shopId && id === fileId ? shopId : null;
}
