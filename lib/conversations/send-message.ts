import { inShop, type Tx } from "#db/in-shop";
import { now } from "#lib/core/clock";
import type { MemberActor } from "#lib/shops/actor";
import { type LockedConversation, lockConversation } from "./access";
import { answeredBy } from "./answered-by";
import { answeredIn } from "./answered-in";
import { appendMessage, findByClientKey, found } from "./append-message";
import { attachFiles, lockUploads } from "./attach-files";
import { checkSend, laterThan } from "./check-send";
import { messageQueued, messageStored } from "./events";
import type { SendMessage } from "./input";
import { requireOneMessengerMessage } from "./messenger-limits";
import { queueScheduled } from "./put-off";
import { readMessage } from "./read-messages";
import { recordWait } from "./record-wait";
import { emptyDraft } from "./save-draft";
import { actWith } from "./send-actions/act-with";
import { keepHolder } from "./teams/come-back";
import type { MessageView } from "./view-message";

/**
 * Queues a member's message to the shopper, with the files she uploaded for it and the answers the shopper may tap;
 * with `sendAt` or `hold`, or when the rule holds an offer back, it is scheduled. Called again with the same
 * `clientKey` it answers with the first message. What goes now answers her, and opens a conversation again that is
 * closed, put away or spam.
 */
export async function sendMessage(actor: MemberActor, input: SendMessage): Promise<MessageView> {
  return inShop(actor.shopId, (tx) => sendInside(tx, actor, input));
}

/** The same within a transaction, none of which may have changed a count before. */
export async function sendInside(tx: Tx, actor: MemberActor, input: SendMessage): Promise<MessageView> {
  const conversation = await lockConversation(tx, actor.shopId, input.conversationId);
  const already = await findByClientKey(tx, conversation, input.clientKey);
  if (already) return found(await readMessage(tx, actor.shopId, already.id));
  const { body, attachmentIds = [], quickReplies = [], purpose = "service", actions } = input;
  const chosen = chosenTime(input);
  const message = purpose === "offers" ? ("offer" as const) : ("answer" as const);
  const asked = { message, author: "member" as const, ...(chosen ? { at: chosen } : {}) };
  const decision = await checkSend(tx, conversation, asked);
  const later = laterThan(decision);
  const sendAt = later ?? chosen;
  const onlyHeld = later === null && !isAhead(input.sendAt);

  const files = await lockUploads(tx, actor, attachmentIds);
  if (decision.channel === "messenger")
    requireOneMessengerMessage({ body, files, quickReplies, offer: message === "offer" });
  const payload = { ...(quickReplies.length > 0 ? { quickReplies } : {}), ...(actions ? { actions } : {}) };
  const replyTo = input.replyTo === undefined ? null : await answeredIn(tx, conversation, input.replyTo);
  const { message: stored } = await appendMessage(
    tx,
    conversation,
    {
      author: "member",
      memberId: actor.memberId,
      purpose,
      body,
      clientKey: input.clientKey,
      delivery: sendAt ? "scheduled" : "queued",
      sendAt,
      replyTo,
      decision: decision.record,
      ...(quickReplies.length > 0 || actions ? { payload } : {}),
    },
    sendAt ? await waiting(tx, conversation, onlyHeld) : await answeredBy(tx, actor, conversation),
  );
  if (!sendAt) await recordWait(tx, conversation, stored.id);
  await attachFiles(tx, actor.shopId, stored.id, files);
  await emptyDraft(tx, actor, { conversationId: conversation.id, kind: "reply" }, body);
  const ids = { conversationId: conversation.id, messageId: stored.id };
  if (actions && onlyHeld) await actWith(tx, actor, stored, actions);
  if (sendAt) await queueScheduled(tx, stored, sendAt);
  else await messageQueued.record(tx, actor.shopId, ids);
  await messageStored.record(tx, actor.shopId, ids);
  return found(await readMessage(tx, actor.shopId, stored.id));
}

type Change = Parameters<typeof appendMessage>[3];

const isAhead = (sendAt: string | undefined): sendAt is string =>
  sendAt !== undefined && Date.parse(sendAt) > now().getTime();

/** When the member wants it to go; null for at once. */
function chosenTime({ sendAt, hold }: SendMessage): Date | null {
  if (isAhead(sendAt)) return new Date(sendAt);
  return hold ? new Date(now().getTime() + hold * 1000) : null;
}

/**
 * A message that waits answers nobody yet, and is not what the list shows. One that is only held back opens its
 * conversation at once, since its author may close or snooze it before the message goes. Nothing of the transaction may
 * have changed a count before.
 */
async function waiting(tx: Tx, conversation: LockedConversation, onlyHeld: boolean): Promise<Change> {
  const { shopId, assigneeId, status, lastSeq, latestSeq, lastMessageAt, memberReadSeq } = conversation;
  if (onlyHeld && assigneeId && status !== "open") await keepHolder(tx, shopId, assigneeId);
  const opened: Change = onlyHeld ? { status: "open", snoozedUntil: null } : {};
  return {
    ...opened,
    latestSeq,
    lastMessageAt,
    memberReadSeq: memberReadSeq === lastSeq ? lastSeq + 1 : memberReadSeq,
  };
}
