import { inShop } from "#db/in-shop";
import { receiveMessage } from "#lib/conversations/receive-message";
import type { VisitorMessageView } from "#lib/conversations/view-message";
import { refused } from "#lib/core/errors";
import type { Person } from "#lib/shops/actor";
import { findMyConversation } from "./find-my-conversation";
import type { AnswerMyShop } from "./input";
import { findShopOf } from "./my-contacts";
import { requireSamePerson } from "./same-person";

/**
 * Writes to a shop from the shopper's own place, into her web chat there, as if she wrote in it. Called again with the
 * same `clientKey` it answers with the first message. What is on Messenger is answered in Messenger.
 */
export async function answerMyShop(person: Person, input: AnswerMyShop): Promise<{ message: VisitorMessageView }> {
  requireSamePerson(person, input.person);
  const shopId = await findShopOf(input.shop);
  const { conversation, channel } = await inShop(shopId, (tx) =>
    findMyConversation(tx, shopId, person, input.conversationId),
  );
  if (channel !== "web_chat") throw refused("answer_in_messenger");
  const { clientKey, body, locale } = input;
  return receiveMessage({ ...conversation, locale }, { clientKey, body });
}
