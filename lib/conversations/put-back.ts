import { and, desc, eq, gt, inArray, ne, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { type BeforeRest, messages, type ThreadEvent } from "#db/schema/conversations";
import { now } from "#lib/core/clock";
import type { MemberActor } from "#lib/shops/actor";
import { changeConversation, type LockedConversation, lockConversation } from "./access";
import { found } from "./append-message";
import { close, reopen } from "./close-conversation";
import type { OneConversation } from "./input";
import { lowerReadMark } from "./lower-read-mark";
import { countUnread } from "./mark-read";
import { moveToSpam } from "./mark-spam";
import { snooze } from "./snooze/snooze-conversation";
import { type ConversationRow, readRow } from "./view-conversation";

type Away = { seq: number; event: Extract<ThreadEvent, { type: "closed" | "spam" | "blocked" | "snoozed" }> };

/** The state in which each of these leaves a conversation. */
const LEAVES = { closed: "closed", spam: "spam", blocked: "spam", snoozed: "snoozed" } as const;
const isAway = (event: ThreadEvent | null): event is Away["event"] => event !== null && event.type in LEAVES;

/** What last put a locked conversation away; null when nothing did. */
async function lastAway(tx: Tx, { shopId, id }: LockedConversation): Promise<Away | null> {
  const [last] = await tx
    .select({ seq: messages.seq, event: messages.event })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        eq(messages.conversationId, id),
        inArray(sql`${messages.event} ->> 'type'`, Object.keys(LEAVES)),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(1);
  return last && isAway(last.event) ? { seq: last.seq, event: last.event } : null;
}

/** Whether a member's answer went after that place. */
async function answeredAfter(tx: Tx, { shopId, id }: LockedConversation, seq: number): Promise<boolean> {
  const [answer] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        eq(messages.conversationId, id),
        gt(messages.seq, seq),
        eq(messages.author, "member"),
        ne(messages.kind, "note"),
        ne(messages.delivery, "scheduled"),
      ),
    )
    .limit(1);
  return answer !== undefined;
}

async function restore(tx: Tx, actor: MemberActor, conversation: LockedConversation, before: BeforeRest | undefined) {
  const until = before?.snoozedUntil ? new Date(before.snoozedUntil) : null;
  if (before?.status === "closed") await close(tx, actor, conversation);
  else if (before?.status === "spam") await moveToSpam(tx, actor, conversation);
  else if (until && until > now()) await snooze(tx, actor, conversation, { until });
  else await reopen(tx, actor, conversation);
}

/**
 * Undoes what put a locked conversation away: its state, who waited in it and what was unread are what they were, but
 * for what was answered since. One that is open stays as it is.
 */
async function undoAway(tx: Tx, actor: MemberActor, conversation: LockedConversation, away: Away | null) {
  if (conversation.status === "open") return;
  const undone = away && LEAVES[away.event.type] === conversation.status ? away.event : null;
  const before = undone && undone.type !== "snoozed" ? undone.before : undefined;
  await restore(tx, actor, conversation, before);
  if (!before || before.status === "closed" || before.status === "spam") return;
  if (!away || (await answeredAfter(tx, conversation, away.seq))) return;
  const { memberReadSeq, waitingSince } = before;
  await changeConversation(tx, conversation, {
    ...lowerReadMark(conversation, memberReadSeq),
    unread: await countUnread(tx, conversation, memberReadSeq),
    waitingSince: waitingSince ? new Date(waitingSince) : null,
  });
}

/** Puts a locked conversation back that was closed or put away with a message which was taken back since. */
export async function putBackWith(
  tx: Tx,
  actor: MemberActor,
  conversation: LockedConversation,
  messageId: string,
): Promise<void> {
  const away = await lastAway(tx, conversation);
  const withIt = away && "messageId" in away.event && away.event.messageId === messageId;
  if (withIt) await undoAway(tx, actor, conversation, away);
}

/** Undoes the closing of a conversation, or its move to Spam: it is again what it was before. */
export async function putBack(actor: MemberActor, input: OneConversation): Promise<ConversationRow> {
  return inShop(actor.shopId, async (tx) => {
    const conversation = await lockConversation(tx, actor.shopId, input.conversationId);
    await undoAway(tx, actor, conversation, await lastAway(tx, conversation));
    return found(await readRow(tx, actor.shopId, input.conversationId));
  });
}
