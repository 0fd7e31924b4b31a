import { and, eq, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { ratings } from "#db/schema/widget";
import { refused } from "#lib/core/errors";
import type { VisitorActor } from "#lib/shops/actor";
import { changeConversation, type LockedConversation } from "../access";
import { appendEvent } from "../append-message";
import { changeHeld, lockMessage } from "../held-message";
import { lockLatest } from "../open-conversation";
import type { RateConversation } from "./rating-rules";
import { openRating } from "./read-rating";

/** Keeps how a shopper says the conversation of her chat went, which is the latest there. */
export async function rateConversation(
  actor: Pick<VisitorActor, "shopId" | "identityId">,
  input: RateConversation,
): Promise<void> {
  await inShop(actor.shopId, async (tx) => {
    const conversation = await lockLatest(tx, actor.shopId, actor.identityId);
    if (!conversation) throw refused("rating_over");
    await rate(tx, conversation, input);
  });
}

/**
 * Keeps how a shopper says a closed conversation went, which is locked: once for each closing, and changed in place for a
 * day, while it stays closed. The conversation stays closed, and the thread says it in one line.
 */
export async function rate(tx: Tx, conversation: LockedConversation, input: RateConversation): Promise<void> {
  const { shopId, id: conversationId } = conversation;
  const open = await openRating(tx, conversation);
  if (!open || open.seq !== input.seq) throw refused("rating_over");
  const { score, comment = open.comment } = input;
  if (open.score === score && open.comment === comment) return;
  await tx
    .update(ratings)
    .set({
      score,
      comment,
      answeredAt: sql`coalesce(${ratings.answeredAt}, clock_timestamp())`,
      messageId: await tell(tx, conversation, open.messageId, { score, comment }),
    })
    .where(and(eq(ratings.shopId, shopId), eq(ratings.conversationId, conversationId), eq(ratings.seq, open.seq)));
}

/** Says it in the thread and on the conversation; answers the id of the line that says it. */
async function tell(
  tx: Tx,
  conversation: LockedConversation,
  told: string | null,
  { score, comment }: { score: number; comment: string },
): Promise<string | null> {
  const event = { type: "feedback" as const, score: `${score}`, text: comment || null };
  if (told) {
    await changeHeld(tx, await lockMessage(tx, conversation.shopId, told), { event }, { rating: score });
    return told;
  }
  return lineAt(tx, await appendEvent(tx, await changeConversation(tx, conversation, { rating: score }), event));
}

/** The id of the line a conversation ends with. */
async function lineAt(tx: Tx, { shopId, id, lastSeq }: LockedConversation): Promise<string | null> {
  const [line] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.shopId, shopId), eq(messages.conversationId, id), eq(messages.seq, lastSeq)));
  return line?.id ?? null;
}

/** Keeps a rating that another platform asked for and told, in the line that a locked conversation ends with. */
export async function keepRating(
  tx: Tx,
  conversation: LockedConversation,
  { score, comment, at }: { score: number; comment: string; at: Date },
): Promise<void> {
  const { shopId, id: conversationId, lastSeq: seq } = conversation;
  const messageId = await lineAt(tx, conversation);
  await tx
    .insert(ratings)
    .values({ shopId, conversationId, seq, score, comment, askedAt: at, answeredAt: at, messageId });
  await changeConversation(tx, conversation, { rating: score });
}
