import type { Tx } from "#db/in-shop";
import { attachments, type MessagePayload } from "#db/schema/conversations";
import { addJob } from "#lib/jobs/add-job";
import { changeConversation, type LockedConversation } from "./access";
import { appendMessage, type StoredMessage } from "./append-message";
import { afterArrival, beforeArrival } from "./arrival";
import { blanked, storeReaction } from "./change-message";
import { takeEarly } from "./early-changes";
import { messageStored } from "./events";
import { extendWindow, type WindowOpening } from "./extend-window";
import { isHeld } from "./held-message";
import { openConversation } from "./open-conversation";
import { moveMarks } from "./platform-marks";
import { afterAnswer, afterQuestion, latestOf } from "./written-order";

/** Whose thread it is on a platform. */
export type Thread = { shopId: string; channelId: string; identityId: string; contactId: string };

export type IncomingFile = { kind: typeof attachments.$inferInsert.kind; sourceUrl: string | null; fileName: string };

/** A message as a platform tells it; `at` is its own time for it. */
export type PlatformMessage = {
  externalId: string;
  at: Date;
  body: string;
  payload: MessagePayload | null;
  /** The platform's id of the message it answers. */
  replyTo: string | null;
  files: readonly IncomingFile[];
};

type Stored = { message: StoredMessage; conversation: LockedConversation };

/**
 * Stores what a shopper wrote on a platform; her conversation opens again, whatever it was but spam, and an answer may be sent for a while.
 * Null when it is held already. Writing needs no permission.
 */
export async function receiveFromPlatform(
  tx: Tx,
  thread: Thread,
  incoming: PlatformMessage,
  opening: WindowOpening,
): Promise<Stored | null> {
  const opened = await openConversation(tx, thread, { at: incoming.at });
  if (await isHeld(tx, { ...thread, externalId: incoming.externalId })) return null;
  const { at } = incoming;
  const conversation = await beforeArrival(tx, opened, at);
  return store(
    tx,
    conversation,
    incoming,
    { author: "contact", delivery: "received" },
    {
      ...(await afterArrival(tx, conversation, await afterQuestion(tx, conversation, at))),
      lastContactAt: latestOf(conversation.lastContactAt, at),
      windowExpiresAt: extendWindow(conversation.windowExpiresAt, at, opening),
    },
  );
}

/** Stores what was sent to a shopper from elsewhere: it counts as an answer. Null when it is held already. */
export async function storeSentElsewhere(
  tx: Tx,
  thread: Thread,
  sent: PlatformMessage,
  author: "member" | "app",
): Promise<Stored | null> {
  const conversation = await openConversation(tx, thread, { at: sent.at });
  if (await isHeld(tx, { ...thread, externalId: sent.externalId })) return null;
  const first = conversation.firstAnsweredAt;
  const stored = await store(
    tx,
    conversation,
    sent,
    { author, delivery: "sent" },
    {
      ...(await afterAnswer(tx, conversation, sent.at)),
      firstAnsweredAt: first && first < sent.at ? first : sent.at,
    },
  );
  await moveMarks(tx, stored.conversation);
  return stored;
}

async function store(
  tx: Tx,
  conversation: LockedConversation,
  told: PlatformMessage,
  who: Pick<StoredMessage, "author" | "delivery">,
  change: Parameters<typeof changeConversation>[2],
): Promise<Stored> {
  const { externalId, replyTo, at } = told;
  const early = await takeEarly(tx, { ...conversation, externalId });
  const edit = early.edit && { body: early.edit.body, editedAt: early.edit.at };
  const kind = told.payload?.template ? ("template" as const) : ("text" as const);
  const words = early.unsentAt ? blanked(early.unsentAt) : { kind, body: told.body, payload: told.payload, ...edit };
  const added = { ...who, externalId, replyTo, createdAt: at, ...words };
  const { message, conversation: changed } = await appendMessage(tx, conversation, added, change);
  if (!early.unsentAt) await storeFiles(tx, message, told.files);
  await messageStored.record(tx, conversation.shopId, { conversationId: conversation.id, messageId: message.id });
  if (!early.reaction) return { message, conversation: changed };
  await storeReaction(tx, message, early.reaction);
  return { message, conversation: await openByReaction(tx, changed, early.reaction) };
}

async function openByReaction(
  tx: Tx,
  conversation: LockedConversation,
  { author, emoji, at }: { author: string; emoji: string | null; at: Date },
): Promise<LockedConversation> {
  if (author !== "contact" || emoji === null) return conversation;
  const windowExpiresAt = extendWindow(conversation.windowExpiresAt, at, "reaction");
  return changeConversation(tx, conversation, { windowExpiresAt });
}

async function storeFiles(tx: Tx, message: StoredMessage, files: readonly IncomingFile[]): Promise<void> {
  if (files.length === 0) return;
  const { shopId, id: messageId } = message;
  const rows = files.map((file, position) => ({ shopId, messageId, position, ...file }));
  const stored = await tx.insert(attachments).values(rows).returning({ id: attachments.id });
  for (const { id } of stored) await addJob(tx, "fetchAttachment", { shopId, attachmentId: id });
}
