import { and, eq, gt, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { conversations, messages } from "#db/schema/conversations";
import { ratings } from "#db/schema/widget";
import { DAY, now } from "#lib/core/clock";
import type { LockedConversation } from "../access";
import { readAsked } from "../sent-before";

/** A person is asked once in this time at most. Source: permission.md, "satisfaction question". */
export const ASK_EVERY_MS = 30 * DAY;

const ANSWERS = ["text", "receipt", "template"] as const;

/**
 * Asks how it went in a conversation that was just closed, where the web chat will show it: only where she was answered
 * since the question before, and not within 30 days of one that she saw. `messageId` is the answer it was closed with.
 */
export async function askRating(tx: Tx, closed: LockedConversation, messageId?: string): Promise<void> {
  const { shopId, id: conversationId, lastSeq: seq, contactReadSeq } = closed;
  const [chat] = await tx
    .select({ id: channels.id })
    .from(channels)
    .where(and(eq(channels.shopId, shopId), eq(channels.id, closed.channelId), eq(channels.kind, "web_chat")));
  if (!chat) return;
  const unseen = and(isNull(ratings.answeredAt), gt(ratings.seq, contactReadSeq));
  await tx.delete(ratings).where(and(eq(ratings.shopId, shopId), eq(ratings.conversationId, conversationId), unseen));
  if (
    (await wasAsked(tx, closed)) ||
    (await wasAskedElsewhere(tx, closed)) ||
    !(await wasAnswered(tx, closed, messageId))
  )
    return;
  await tx.insert(ratings).values({ shopId, conversationId, seq });
}

async function wasAnswered(tx: Tx, closed: LockedConversation, messageId: string | undefined): Promise<boolean> {
  const { shopId, id } = closed;
  const before = tx
    .select({ seq: sql`coalesce(max(${ratings.seq}), 0)` })
    .from(ratings)
    .where(and(eq(ratings.shopId, shopId), eq(ratings.conversationId, id)));
  const [answer] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        eq(messages.conversationId, id),
        gt(messages.seq, sql`(${before})`),
        eq(messages.author, "member"),
        inArray(messages.kind, ANSWERS),
        ne(messages.delivery, "failed"),
        or(ne(messages.delivery, "scheduled"), messageId ? eq(messages.id, messageId) : undefined),
        isNull(messages.unsentAt),
      ),
    )
    .limit(1);
  return answer !== undefined;
}

/** By a question of Messenger, answered or not. */
async function wasAskedElsewhere(tx: Tx, closed: LockedConversation): Promise<boolean> {
  const { at } = await readAsked(tx, closed);
  return at !== null && now().getTime() - at.getTime() < ASK_EVERY_MS;
}

async function wasAsked(tx: Tx, { shopId, contactId }: LockedConversation): Promise<boolean> {
  const [asked] = await tx
    .select({ seq: ratings.seq })
    .from(ratings)
    .innerJoin(
      conversations,
      and(eq(conversations.shopId, ratings.shopId), eq(conversations.id, ratings.conversationId)),
    )
    .where(
      and(
        eq(ratings.shopId, shopId),
        eq(conversations.contactId, contactId),
        gt(ratings.askedAt, new Date(now().getTime() - ASK_EVERY_MS)),
      ),
    )
    .limit(1);
  return asked !== undefined;
}
