import { inShop } from "#db/in-shop";
import { lockConversation } from "#lib/conversations/access";
import { rate } from "#lib/conversations/ratings/rate-conversation";
import type { Person } from "#lib/shops/actor";
import { findMyConversation } from "./find-my-conversation";
import type { RateMyShop } from "./input";
import { findShopOf } from "./my-contacts";
import { requireSamePerson } from "./same-person";

/** Keeps how the conversation of this person's own that she was asked about went, from her own place. */
export async function rateMyShop(person: Person, input: RateMyShop): Promise<null> {
  requireSamePerson(person, input.person);
  const shopId = await findShopOf(input.shop);
  const { conversationId, seq, score, comment } = input;
  return inShop(shopId, async (tx) => {
    await findMyConversation(tx, shopId, person, conversationId);
    await rate(tx, await lockConversation(tx, shopId, conversationId), { seq, score, comment });
    return null;
  });
}
