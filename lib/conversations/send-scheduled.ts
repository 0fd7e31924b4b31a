import { and, asc, eq, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { messages, type SendRecord } from "#db/schema/conversations";
import { now } from "#lib/core/clock";
import { changeConversation, findLocked, type LockedConversation, lockConversation } from "./access";
import { found, type StoredMessage } from "./append-message";
import { askAgain } from "./ask-again";
import { messageQueued, messageStored } from "./events";
import { putOff, queueScheduled, refuseWaiting } from "./put-off";
import { readMessage } from "./read-messages";
import { recordWait } from "./record-wait";
import { actWith } from "./send-actions/act-with";
import { authorLeft, leftBy } from "./stop-scheduled";

/**
 * Sends a scheduled message whose time has come, after those of its conversation whose time came before: the permission
 * rule decides as of now, and each is queued, put off again or refused; one whose author is no member any more waits for
 * another member. Run too early, or twice, it sends nothing too early and nothing twice; for one that is gone it does
 * nothing.
 */
export async function sendScheduled(
  shopId: string,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<void> {
  await inShop(shopId, async (tx) => {
    let conversation = await findLocked(tx, shopId, conversationId);
    if (!conversation) return;
    const waiting = await tx
      .select()
      .from(messages)
      .where(
        and(
          eq(messages.shopId, shopId),
          eq(messages.conversationId, conversationId),
          eq(messages.delivery, "scheduled"),
        ),
      )
      .orderBy(asc(messages.sendAt), asc(messages.seq));
    for (const message of waiting) {
      const { id, sendAt } = message;
      if (!sendAt) continue;
      if (sendAt <= now()) conversation = await decide(tx, conversation, message);
      else if (id === messageId) await queueScheduled(tx, message, sendAt);
    }
  });
}

async function decide(tx: Tx, conversation: LockedConversation, message: StoredMessage): Promise<LockedConversation> {
  const waiting = { message, conversation };
  const decision = await askAgain(tx, conversation, message);
  const left = await leftBy(tx, message);
  if (left !== null) await refuseWaiting(tx, waiting, authorLeft(decision, left));
  else if (decision.allowed) return queueNow(tx, waiting, decision.record);
  else if (decision.later) await putOff(tx, waiting, decision.later, decision.record);
  else await refuseWaiting(tx, waiting, decision.record);
  return conversation;
}

/**
 * Queues the message under the next number, as one written now, so that nobody has read it already; the place it had
 * says that it was scheduled there. Who wrote after it was scheduled still waits; a conversation that is nobody's is its
 * author's from now on. What was to be done with it is done now, as far as it still can be.
 */
export async function queueNow(
  tx: Tx,
  { message, conversation }: { message: StoredMessage; conversation: LockedConversation },
  decision: SendRecord,
): Promise<LockedConversation> {
  const {
    shopId,
    id: conversationId,
    lastSeq,
    waitingSince,
    memberReadSeq,
    firstAnsweredAt,
    assigneeId,
  } = conversation;
  const wroteSince = conversation.lastContactAt !== null && conversation.lastContactAt > message.createdAt;
  const seq = lastSeq + 1;
  const byName = (await readMessage(tx, shopId, message.id))?.authorName ?? null;
  const [sent] = await tx
    .update(messages)
    .set({
      seq,
      memberId: message.memberId,
      delivery: "queued",
      sendAt: null,
      decision,
      createdAt: sql`greatest(clock_timestamp(), ${conversation.lastMessageAt.toISOString()}::timestamptz)`,
      version: sql`${messages.version} + 1`,
    })
    .where(and(eq(messages.shopId, shopId), eq(messages.id, message.id)))
    .returning({ createdAt: messages.createdAt });
  const { createdAt } = found(sent);
  await leavePlace(tx, message, byName);
  if (message.memberId && !wroteSince) await recordWait(tx, conversation, message.id);
  const changed = await changeConversation(tx, conversation, {
    lastSeq: seq,
    latestSeq: seq,
    lastMessageAt: createdAt,
    waitingSince: wroteSince ? waitingSince : null,
    memberReadSeq: memberReadSeq === lastSeq ? seq : memberReadSeq,
    firstAnsweredAt: firstAnsweredAt ?? createdAt,
    assigneeId: assigneeId ?? message.memberId,
  });
  const ids = { conversationId, messageId: message.id };
  await messageQueued.record(tx, shopId, ids);
  await messageStored.record(tx, shopId, ids);
  const { payload, memberId } = message;
  if (!payload?.actions || payload.actionsDone || !memberId) return changed;
  await actWith(tx, { shopId, memberId, name: byName ?? "" }, message, payload.actions, true);
  return lockConversation(tx, shopId, conversationId);
}

/** Its version stands above the message's, because screens keep the newest version of each number. */
async function leavePlace(tx: Tx, message: StoredMessage, byName: string | null): Promise<void> {
  const { shopId, conversationId, channelId, seq, version, createdAt } = message;
  const sendAt = (message.sendAt ?? createdAt).toISOString();
  const [place] = await tx
    .insert(messages)
    .values({
      ...{ shopId, conversationId, channelId, seq, createdAt },
      kind: "event",
      author: "system",
      delivery: "received",
      event: { type: "scheduled", byName, sendAt },
      version: version + 1,
    })
    .returning({ id: messages.id });
  await messageStored.record(tx, shopId, { conversationId, messageId: found(place).id });
}
