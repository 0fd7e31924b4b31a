import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { attachments } from "#db/schema/conversations";
import { messageWordings, reactions } from "#db/schema/message-marks";
import { addJob } from "#lib/jobs/add-job";
import type { StoredMessage } from "./append-message";
import { keepEarly } from "./early-changes";
import { type ByPlatform, changeHeld, type Held, lockHeld } from "./held-message";

/**
 * Puts an edit's words in the place of a message's. The later of two edits stays, and an unsent message stays empty.
 * Before its message the edit is kept until that comes.
 */
export async function editMessage(tx: Tx, which: ByPlatform, edit: { body: string; at: Date }): Promise<void> {
  const held = await lockHeld(tx, which);
  if (!held) return keepEarly(tx, which, { kind: "edit", change: { body: edit.body }, at: edit.at });
  const { unsentAt, editedAt } = held.message;
  if (unsentAt || (editedAt && editedAt >= edit.at)) return;
  await changeHeld(tx, held, { body: edit.body, editedAt: edit.at });
}

/** What is left of a message that its author took back. */
export function blanked(unsentAt: Date) {
  return { unsentAt, kind: "text" as const, body: "", payload: null, editedAt: null };
}

/** Blanks a message that its author took back: words, files and all. Before its message it is kept until that comes. */
export async function unsendMessage(tx: Tx, which: ByPlatform, unsentAt: Date): Promise<void> {
  const held = await lockHeld(tx, which);
  if (!held) return keepEarly(tx, which, { kind: "unsend", change: {}, at: unsentAt });
  if (!held.message.unsentAt) await blankMessage(tx, held, unsentAt);
}

/** Blanks a held message: its words, what they were before, and its files are gone. */
export async function blankMessage(
  tx: Tx,
  held: Held,
  unsentAt: Date,
  thread: Parameters<typeof changeHeld>[3] = {},
): Promise<void> {
  const { shopId, id } = held.message;
  await tx.delete(messageWordings).where(and(eq(messageWordings.shopId, shopId), eq(messageWordings.messageId, id)));
  const gone = await tx
    .delete(attachments)
    .where(and(eq(attachments.shopId, shopId), eq(attachments.messageId, id)))
    .returning({ key: attachments.storageKey });
  const keys = gone.flatMap(({ key }) => key ?? []);
  if (keys.length > 0) await addJob(tx, "discardFiles", { shopId, keys });
  await changeHeld(tx, held, blanked(unsentAt), thread);
}

type Reaction = { author: "contact" | "member"; emoji: string | null; at: Date };

/** Notes one side's reaction; null takes it back. The later stays. Before its message it is kept until that comes. */
export async function reactToMessage(tx: Tx, which: ByPlatform, reaction: Reaction): Promise<void> {
  const held = await lockHeld(tx, which);
  const { author, emoji, at } = reaction;
  if (!held) return keepEarly(tx, which, { kind: "reaction", change: { author, emoji }, at });
  if (await storeReaction(tx, held.message, reaction)) await changeHeld(tx, held, {});
}

/** Stores a reaction unless a later one is known; of two of one instant the one that takes back. */
export async function storeReaction(
  tx: Tx,
  { shopId, id: messageId }: Pick<StoredMessage, "shopId" | "id">,
  reaction: Reaction,
): Promise<boolean> {
  const stored = await tx
    .insert(reactions)
    .values({ shopId, messageId, ...reaction })
    .onConflictDoUpdate({
      target: [reactions.messageId, reactions.author],
      set: { emoji: sql`excluded.emoji`, at: sql`excluded.at` },
      setWhere: sql`(excluded.at, excluded.emoji is null) > (${reactions.at}, ${reactions.emoji} is null)`,
    })
    .returning({ at: reactions.at });
  return stored.length > 0;
}
