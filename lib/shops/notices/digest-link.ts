import { readToken, writeToken } from "#lib/core/signed-token";

/** What ends the digest of one member of one shop; it does not wear out, and opens nothing. */
export const writeDigestStop = (shopId: string, memberId: string): string =>
  writeToken("digest stop", shopId, memberId);

/** The member whose digest a link ends; null when it is altered. */
export function readDigestStop(token: string): { shopId: string; memberId: string } | null {
  const [shopId, memberId] = readToken("digest stop", token) ?? [];
  return shopId && memberId ? { shopId, memberId } : null;
}
