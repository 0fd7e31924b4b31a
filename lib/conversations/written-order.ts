import { and, desc, eq, gt, inArray, isNull, max, min, ne, notInArray, or, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import type { LockedConversation } from "./access";

/** A message that comes later than this many others is shown in its place, and is never the latest. */
const LOOK_BACK = 100;

export function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

export function latestOf(a: Date | null, b: Date): Date {
  return a ? later(a, b) : b;
}

type Thread = Pick<LockedConversation, "shopId" | "id" | "lastSeq">;

const of = ({ id }: Thread) => eq(messages.conversationId, id);
const answers = and(
  inArray(messages.author, ["member", "app"]),
  notInArray(messages.kind, ["event", "note"]),
  notInArray(messages.delivery, ["failed", "scheduled"]),
);

/** The number of the message that was written last, whatever order messages came in. */
export async function latestSeq(tx: Tx, thread: Thread & Pick<LockedConversation, "latestSeq">): Promise<number> {
  const near = or(gt(messages.seq, thread.lastSeq - LOOK_BACK), eq(messages.seq, thread.latestSeq));
  const [latest] = await tx
    .select({ seq: messages.seq })
    .from(messages)
    .where(and(eq(messages.shopId, thread.shopId), of(thread), near, ne(messages.delivery, "scheduled")))
    .orderBy(desc(messages.createdAt), desc(messages.seq))
    .limit(1);
  return latest?.seq ?? thread.lastSeq;
}

/** Who waits once a shopper's message of this instant is added to the thread: nobody new when it was answered meanwhile. */
export async function afterQuestion(
  tx: Tx,
  thread: LockedConversation,
  at: Date,
): Promise<Partial<Pick<LockedConversation, "unread" | "waitingSince" | "memberReadSeq">>> {
  if (at < thread.lastMessageAt && (await isAnswered(tx, thread, at)))
    return thread.unread === 0 ? { memberReadSeq: thread.lastSeq + 1 } : {};
  const { waitingSince, unread } = thread;
  return { unread: unread + 1, waitingSince: waitingSince && waitingSince < at ? waitingSince : at };
}

async function isAnswered(tx: Tx, thread: Thread, at: Date): Promise<boolean> {
  const [last] = await tx
    .select({ at: max(messages.createdAt) })
    .from(messages)
    .where(and(eq(messages.shopId, thread.shopId), of(thread), answers));
  return Boolean(last?.at && last.at > at);
}

/** Who still waits once an answer of this instant is added to the thread: those who wrote after it. */
export async function afterAnswer(
  tx: Tx,
  thread: LockedConversation,
  at: Date,
): Promise<Pick<LockedConversation, "unread" | "waitingSince" | "memberReadSeq">> {
  const { shopId, lastSeq, memberReadSeq, waitingSince } = thread;
  const [left] = await tx
    .select({
      since: min(messages.createdAt),
      unread: sql<number>`count(*) filter (where ${messages.seq} > ${memberReadSeq})::int`,
    })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        of(thread),
        eq(messages.author, "contact"),
        ne(messages.kind, "event"),
        gt(messages.createdAt, at),
      ),
    );
  const unread = left?.unread ?? 0;
  return {
    unread,
    waitingSince: waitingSince && (left?.since ?? null),
    memberReadSeq: unread === 0 ? lastSeq + 1 : memberReadSeq,
  };
}

/** How far all that was sent has come by an instant of the platform's clock: the number before the first that has not. */
export async function reachedSeq(tx: Tx, thread: LockedConversation, from: number, until: Date): Promise<number> {
  const [first] = await tx
    .select({ seq: min(messages.seq) })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, thread.shopId),
        of(thread),
        answers,
        gt(messages.seq, from),
        or(ne(messages.delivery, "sent"), gt(messages.createdAt, until)),
      ),
    );
  return Math.max(from, Number(first?.seq ?? thread.lastSeq + 1) - 1);
}

/** Since when a shopper waits once she took a message back: the first of hers that stands unanswered; null: there is none. */
export async function afterTakenBack(
  tx: Tx,
  thread: LockedConversation,
  messageId: string,
): Promise<Partial<Pick<LockedConversation, "waitingSince">>> {
  const answered = tx
    .select({ seq: sql`coalesce(max(${messages.seq}), 0)` })
    .from(messages)
    .where(and(eq(messages.shopId, thread.shopId), of(thread), answers));
  const hers = and(eq(messages.author, "contact"), isNull(messages.unsentAt), ne(messages.id, messageId));
  const since = gt(messages.seq, sql`(${answered})`);
  const [left] = await tx
    .select({ at: min(messages.createdAt) })
    .from(messages)
    .where(and(eq(messages.shopId, thread.shopId), of(thread), hers, since));
  if (!left?.at) return { waitingSince: null };
  return thread.waitingSince ? { waitingSince: later(thread.waitingSince, left.at) } : {};
}
