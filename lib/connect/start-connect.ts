import { inShop } from "#db/in-shop";
import { connectRequests } from "#db/schema/channels";
import { MINUTE, now } from "#lib/core/clock";
import { hashToken, newToken } from "#lib/core/ids";
import type { VisitorActor } from "#lib/shops/actor";
import type { StartConnect } from "./input";

const REQUEST_LIFE_MS = 10 * MINUTE;

/**
 * Prepares one opening of the Connect popup for this chat, good for ten minutes. The chat keeps the verifier of
 * `codeChallenge` (RFC 7636, S256), so only it can use the code that the popup will hand over.
 */
export async function startConnect(
  actor: VisitorActor,
  input: StartConnect & { source: string },
): Promise<{ url: string }> {
  const token = newToken();
  await inShop(actor.shopId, (tx) =>
    tx.insert(connectRequests).values({
      shopId: actor.shopId,
      visitorId: actor.visitorId,
      tokenHash: hashToken(token),
      codeChallenge: input.codeChallenge,
      locale: input.locale,
      source: input.source,
      expiresAt: new Date(now().getTime() + REQUEST_LIFE_MS),
    }),
  );
  return { url: `/connect/${actor.shopSlug}?request=${token}` };
}
