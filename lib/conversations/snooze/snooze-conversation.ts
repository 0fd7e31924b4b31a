import { inShop, type Tx } from "#db/in-shop";
import { now } from "#lib/core/clock";
import { invalid } from "#lib/core/errors";
import { addJob } from "#lib/jobs/add-job";
import type { MemberActor } from "#lib/shops/actor";
import { changeConversation, type LockedConversation, lockConversation } from "../access";
import { appendEvent, found } from "../append-message";
import { requireOnlyOpen } from "../close-conversation";
import { conversationChanged } from "../events";
import type { SnoozeConversation } from "../input";
import { isTakenBack } from "../is-taken-back";
import { type ConversationRow, readRow } from "../view-conversation";
import { MOST_AHEAD_MS } from "./read-time";
import { isUntilReply } from "./until-reply";

/**
 * The instant (ISO 8601) until which a conversation may be put away, or `UNTIL_REPLY`. Throws `invalid` for one that is
 * past or too far.
 */
export function requireAhead(until: string): Date {
  const at = new Date(until);
  if (isUntilReply(at)) return at;
  const ahead = at.getTime() - now().getTime();
  if (ahead <= 0 || ahead > MOST_AHEAD_MS) throw invalid("invalid", {}, { until: "snooze_time" });
  return at;
}

/** Queues the return of a conversation; one job waits for each, so a later call moves it. Her reply is waited for by none. */
export async function queueWaking(
  tx: Tx,
  { shopId, id: conversationId }: Pick<LockedConversation, "shopId" | "id">,
  until: Date,
): Promise<void> {
  if (isUntilReply(until)) return;
  await addJob(tx, "wakeConversation", { shopId, conversationId }, { runAt: until, key: `wake ${conversationId}` });
}

/**
 * Puts a locked conversation away until a time; a job brings it back. `messageId` is the message it is put away with:
 * where that was taken back already, nothing is put away.
 */
export async function snooze(
  tx: Tx,
  by: MemberActor,
  conversation: LockedConversation,
  { until, messageId }: { until: Date; messageId?: string | undefined },
): Promise<void> {
  const { shopId, id: conversationId, snoozedUntil } = conversation;
  if (snoozedUntil?.getTime() === until.getTime()) return;
  if (await isTakenBack(tx, conversation, messageId)) return;
  await requireOnlyOpen(tx, conversation);
  const changed = await changeConversation(tx, conversation, { status: "snoozed", snoozedUntil: until });
  const at = until.toISOString();
  await appendEvent(tx, changed, {
    ...{ type: "snoozed", byMemberId: by.memberId, byName: by.name, until: at },
    ...(messageId ? { messageId } : {}),
  });
  await queueWaking(tx, conversation, until);
  await conversationChanged.record(tx, shopId, { conversationId });
}

/** Puts a conversation away until a time, or until the shopper writes if that is earlier. */
export async function snoozeConversation(actor: MemberActor, input: SnoozeConversation): Promise<ConversationRow> {
  const until = requireAhead(input.until);
  return inShop(actor.shopId, async (tx) => {
    const { conversationId, messageId } = input;
    await snooze(tx, actor, await lockConversation(tx, actor.shopId, conversationId), { until, messageId });
    return found(await readRow(tx, actor.shopId, input.conversationId));
  });
}
