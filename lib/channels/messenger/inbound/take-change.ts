import { z } from "zod";
import type { Tx } from "#db/in-shop";
import { editMessage, reactToMessage, unsendMessage } from "#lib/conversations/change-message";
import { lockLatest } from "#lib/conversations/open-conversation";
import { openWindow } from "#lib/conversations/open-window";
import { Id, Words } from "./hook-values";
import { atOf, Common, readItem } from "./item-shapes";
import { findPerson } from "./known-person";
import type { Place } from "./place";
import type { HookItem } from "./read-items";

const EditItem = Common.extend({ message_edit: z.object({ mid: Id, text: Words }) });

/** Somebody changed the words of her message. */
export async function takeEdit(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { sender, message_edit: edit, timestamp } = readItem(EditItem, item);
  await findPerson(tx, place, sender.id);
  const at = atOf(item, timestamp);
  await editMessage(tx, { ...place, externalId: edit.mid }, { body: edit.text, at });
}

const UnsendItem = Common.extend({ message: z.object({ mid: Id }) });

/** Somebody took her message back. */
export async function takeUnsend(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { sender, message, timestamp } = readItem(UnsendItem, item);
  await findPerson(tx, place, sender.id);
  await unsendMessage(tx, { ...place, externalId: message.mid }, atOf(item, timestamp));
}

/** How a reaction looks when only its name is told. */
const FACES: Record<string, string> = {
  smile: "😆",
  angry: "😠",
  sad: "😢",
  wow: "😮",
  love: "❤️",
  like: "👍",
  dislike: "👎",
};
const ANY_FACE = "🙂";

const ReactionItem = Common.extend({
  reaction: z.object({
    mid: Id,
    action: z.enum(["react", "unreact"]),
    reaction: z.string().nullish(),
    emoji: Words.nullish(),
  }),
});

/** A reaction of either side, or its end. Hers lets the shop answer for a while, its end does not. */
export async function takeReaction(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { sender, recipient, reaction, timestamp } = readItem(ReactionItem, item);
  const at = atOf(item, timestamp);
  const author = sender.id === place.pageId ? ("member" as const) : ("contact" as const);
  const person = await findPerson(tx, place, author === "member" ? recipient.id : sender.id);
  const given = reaction.emoji || FACES[reaction.reaction ?? ""] || ANY_FACE;
  const emoji = reaction.action === "react" ? given : null;
  await reactToMessage(tx, { ...place, externalId: reaction.mid }, { author, emoji, at });
  const thread = person && author === "contact" && emoji ? await lockLatest(tx, place.shopId, person.identityId) : null;
  if (thread) await openWindow(tx, thread, at, "reaction");
}
