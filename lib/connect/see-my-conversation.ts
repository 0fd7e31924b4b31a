import { inShop } from "#db/in-shop";
import { markSeen } from "#lib/conversations/mark-read";
import type { Person } from "#lib/shops/actor";
import { findMyConversation } from "./find-my-conversation";
import type { SeeMyConversation } from "./input";
import { findShopOf } from "./my-contacts";
import { requireSamePerson } from "./same-person";

/** Notes how far this person has read a conversation of her own. The mark only moves forward. */
export async function seeMyConversation(person: Person, input: SeeMyConversation): Promise<null> {
  requireSamePerson(person, input.person);
  const shopId = await findShopOf(input.shop);
  const { conversation } = await inShop(shopId, (tx) => findMyConversation(tx, shopId, person, input.conversationId));
  await markSeen(conversation, { readSeq: input.seq, deliveredSeq: input.seq });
  return null;
}
