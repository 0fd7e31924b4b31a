import { inShop } from "#db/in-shop";
import type { RatingView } from "#lib/conversations/ratings/rating-rules";
import { readRating } from "#lib/conversations/ratings/read-rating";
import { readMessages } from "#lib/conversations/read-messages";
import { listReported } from "#lib/conversations/reports/list-reported";
import { type VisitorMessageView, viewForVisitor } from "#lib/conversations/view-message";
import type { Person } from "#lib/shops/actor";
import { findMyConversation } from "./find-my-conversation";
import type { OneOfMine } from "./input";
import { findShopOf } from "./my-contacts";
import { type MyShopHead, readMyHead } from "./view-my-head";

export type MyThread = {
  id: string;
  shop: MyShopHead;
  channel: "web_chat" | "messenger";
  lastSeq: number;
  messages: VisitorMessageView[];
  /** How it went, as she is asked since it was closed, or said and may still change. */
  rating: RatingView | null;
  /** The messages she reported, by their ids. */
  reported: string[];
  /** The number before which there are older messages; null when these are all. */
  before: number | null;
};

const shown = ({ kind }: VisitorMessageView) => kind !== "event";

/** One conversation of this person's own, as she may see it: the last page, or the page before a number. */
export async function loadMyConversation(person: Pick<Person, "id">, input: OneOfMine): Promise<MyThread> {
  const shopId = await findShopOf(input.shop);
  return inShop(shopId, async (tx) => {
    const { conversation, channel } = await findMyConversation(tx, shopId, person, input.conversationId);
    const range = input.before === undefined ? { last: true as const } : { before: input.before };
    const messages = await readMessages(tx, shopId, conversation.id, range);
    const first = messages[0]?.seq ?? 1;
    return {
      id: conversation.id,
      shop: await readMyHead(tx, shopId),
      channel,
      lastSeq: conversation.lastSeq,
      messages: messages.map(viewForVisitor).filter(shown),
      rating: await readRating(tx, conversation),
      reported: await listReported(tx, shopId, conversation.id),
      before: first > 1 ? first : null,
    };
  });
}
