import { and, count, desc, eq, gt, gte, isNotNull, lt, min, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { mentions } from "#db/schema/writing";
import { DAY } from "#lib/core/clock";
import { instantOf, localOf } from "#lib/core/wall-clock";

/** How a shop stands for one of its members, in numbers alone. */
export type Figures = {
  waiting: number;
  /** Since when whoever waits longest does. */
  longest: Date | null;
  mine: number;
  mentions: number;
  failed: number;
  /** The conversation of the latest message that failed. */
  failedIn: string | null;
  ending: number;
};

/** How far back what failed may have been written: what was scheduled fails late. */
const WRITTEN_WITHIN_MS = 90 * DAY;

const answer = alias(messages, "answer");

/**
 * How the shop stands for a member at an instant: who waits, and of those who for her; notes of the last day that name
 * her, in conversations where she has written nothing since; what failed in that day; and which windows end before her
 * midnight.
 */
export async function readFigures(
  tx: Tx,
  { shopId, memberId }: { shopId: string; memberId: string },
  at: Date,
  timeZone: string,
): Promise<Figures> {
  const yesterday = new Date(at.getTime() - DAY);
  const open = eq(conversations.status, "open");
  const waits = and(open, isNotNull(conversations.waitingSince));
  const [waiting] = await tx
    .select({ n: count(), longest: min(conversations.waitingSince) })
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), waits));
  const [mine] = await tx
    .select({ n: count() })
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), waits, eq(conversations.assigneeId, memberId)));
  const [ending] = await tx
    .select({ n: count() })
    .from(conversations)
    .where(
      and(
        eq(conversations.shopId, shopId),
        open,
        gt(conversations.windowExpiresAt, at),
        lt(conversations.windowExpiresAt, midnightAfter(at, timeZone)),
      ),
    );
  const failed = await tx
    .select({ conversationId: messages.conversationId })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        eq(messages.delivery, "failed"),
        gte(messages.createdAt, new Date(at.getTime() - WRITTEN_WITHIN_MS)),
        sql`greatest(${messages.createdAt}, ${messages.attemptedAt}, (${messages.decision} ->> 'at')::timestamptz)
          >= ${yesterday.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(desc(messages.createdAt));
  return {
    waiting: waiting?.n ?? 0,
    longest: waiting?.longest ?? null,
    mine: mine?.n ?? 0,
    mentions: await countMentions(tx, { shopId, memberId }, yesterday),
    failed: failed.length,
    failedIn: failed[0]?.conversationId ?? null,
    ending: ending?.n ?? 0,
  };
}

async function countMentions(
  tx: Tx,
  { shopId, memberId }: { shopId: string; memberId: string },
  since: Date,
): Promise<number> {
  const answers = tx
    .select({ id: answer.id })
    .from(answer)
    .where(
      and(
        eq(answer.shopId, shopId),
        eq(answer.conversationId, messages.conversationId),
        eq(answer.memberId, memberId),
        gt(answer.seq, messages.seq),
      ),
    );
  const [named] = await tx
    .select({ n: count() })
    .from(mentions)
    .innerJoin(messages, and(eq(messages.shopId, mentions.shopId), eq(messages.id, mentions.messageId)))
    .where(
      and(
        eq(mentions.shopId, shopId),
        eq(mentions.memberId, memberId),
        gte(mentions.createdAt, since),
        notExists(answers),
      ),
    );
  return named?.n ?? 0;
}

function midnightAfter(at: Date, timeZone: string): Date {
  const local = localOf(at, timeZone);
  return instantOf(new Date((Math.floor(local.getTime() / DAY) + 1) * DAY), timeZone);
}
