import { inShop } from "#db/in-shop";
import { rateConversation } from "#lib/conversations/ratings/rate-conversation";
import type { Person } from "#lib/shops/actor";
import { findMyConversation } from "./find-my-conversation";
import type { RateMyShop } from "./input";
import { findShopOf } from "./my-contacts";
import { requireSamePerson } from "./same-person";

/** Keeps how a conversation of this person's own went, from her own place, as if she said it in the chat. */
export async function rateMyShop(person: Person, input: RateMyShop): Promise<null> {
  requireSamePerson(person, input.person);
  const shopId = await findShopOf(input.shop);
  const { conversation } = await inShop(shopId, (tx) => findMyConversation(tx, shopId, person, input.conversationId));
  const { seq, score, comment } = input;
  await rateConversation(conversation, { seq, score, comment });
  return null;
}
