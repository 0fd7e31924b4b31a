import { inShop } from "#db/in-shop";
import { connectRequests } from "#db/schema/channels";
import { MINUTE, now } from "#lib/core/clock";
import { hashToken, newId, newToken } from "#lib/core/ids";
import type { VisitorActor } from "#lib/shops/actor";
import { readShop } from "#lib/shops/load-shop";
import { knownOrigin } from "./chat-page";
import { planForgetting } from "./forget-return";
import type { StartConnect } from "./input";

const REQUEST_LIFE_MS = 10 * MINUTE;

/**
 * Prepares one opening of the Connect popup for this chat, good for ten minutes. The chat keeps the verifier of
 * `codeChallenge` (RFC 7636, S256), so only it can use the code that the popup will hand over. Where no window can open,
 * the whole page may go there instead and come back to `returnTo`: only to a page of the shop's own domains (RFC 6749,
 * 10.15), else `returns` is false.
 */
export async function startConnect(
  actor: VisitorActor,
  input: StartConnect & { source: string },
): Promise<{ url: string; returns: boolean }> {
  const token = newToken();
  const returnTo = await inShop(actor.shopId, async (tx) => {
    const shop = await readShop(tx, actor.shopId);
    const known = input.returnTo && knownOrigin(shop, input.returnTo) ? input.returnTo.replace(/#.*$/s, "") : null;
    const [requestId, expiresAt] = [newId(), new Date(now().getTime() + REQUEST_LIFE_MS)];
    await tx.insert(connectRequests).values({
      id: requestId,
      shopId: actor.shopId,
      visitorId: actor.visitorId,
      tokenHash: hashToken(token),
      codeChallenge: input.codeChallenge,
      locale: input.locale,
      source: input.source,
      returnTo: known,
      expiresAt,
    });
    if (known) await planForgetting(tx, { shopId: actor.shopId, requestId }, expiresAt);
    return known;
  });
  return { url: `/connect/${actor.shopSlug}?request=${token}`, returns: returnTo !== null };
}
