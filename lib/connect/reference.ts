import { HOUR, now } from "#lib/core/clock";
import { readToken, writeToken } from "#lib/core/signed-token";
import type { VisitorActor } from "#lib/shops/actor";

const LIFE_MS = 2 * HOUR;

const USE = "visitor reference";

/**
 * A proof, good for two hours, that a checkout happened in the browser of this chat. The storefront passes it along
 * with the order; it opens nothing and names nobody.
 */
export function makeReference(actor: VisitorActor): string {
  return writeToken(USE, actor.shopId, actor.identityId, now().getTime() + LIFE_MS);
}

/** The identity a reference was made for in this shop, or null when it is altered, expired or another shop's. */
export function readReference(shopId: string, reference: string): { identityId: string } | null {
  const [shop, identityId, until] = readToken(USE, reference) ?? [];
  return shop === shopId && identityId && Number(until) > now().getTime() ? { identityId } : null;
}
