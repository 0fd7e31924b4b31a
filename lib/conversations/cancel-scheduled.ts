import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { attachments } from "#db/schema/conversations";
import { refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { found } from "./append-message";
import { queueClearing } from "./clear-upload";
import { changeHeld, type Held, lockMessage } from "./held-message";
import type { OneMessage } from "./input";
import { putBackWith } from "./put-back";
import { readMessage } from "./read-messages";
import { undoActions } from "./send-actions/act";
import type { MessageView } from "./view-message";

/** Takes a locked message back that is scheduled; any other is refused. */
export async function takeBack(tx: Tx, actor: MemberActor, { message, conversation }: Held): Promise<void> {
  const { shopId } = actor;
  if (!message.sendAt) throw refused("not_scheduled");
  const event = { type: "schedule_cancelled" as const, byName: actor.name, sendAt: message.sendAt.toISOString() };
  const files = await tx
    .update(attachments)
    .set({ messageId: null, position: 0 })
    .where(and(eq(attachments.shopId, shopId), eq(attachments.messageId, message.id)))
    .returning({ id: attachments.id });
  for (const { id } of files) await queueClearing(tx, shopId, id);
  const gone = { kind: "event" as const, author: "system" as const, memberId: null, body: "", payload: null };
  await changeHeld(
    tx,
    { message, conversation },
    { ...gone, event, delivery: "received", sendAt: null, replyTo: null },
  );
  await putBackWith(tx, actor, conversation, message.id);
  const done = message.payload?.actionsDone;
  if (done) await undoActions(tx, actor, conversation.id, done);
}

/**
 * Takes a scheduled message back before it goes: its place says so, its words are gone and its files are their
 * uploader's again. A conversation that was closed or put away with it, or tagged or assigned, is what it was before.
 * Taken back already, it stays so; refused once it is on its way.
 */
export async function cancelScheduled(actor: MemberActor, input: OneMessage): Promise<MessageView> {
  const { shopId } = actor;
  return inShop(shopId, async (tx) => {
    const { message, conversation } = await lockMessage(tx, shopId, input.messageId);
    if (message.event?.type === "schedule_cancelled") return found(await readMessage(tx, shopId, message.id));
    await takeBack(tx, actor, { message, conversation });
    return found(await readMessage(tx, shopId, message.id));
  });
}
