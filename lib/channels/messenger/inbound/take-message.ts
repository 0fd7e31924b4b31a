import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import type { MessagePayload } from "#db/schema/conversations";
import { useChatReference as joinByReference } from "#lib/connect/chat-reference";
import type { WindowOpening } from "#lib/conversations/extend-window";
import { heldAuthor } from "#lib/conversations/held-message";
import { bodyWith } from "#lib/conversations/locations";
import { obeyStopWord } from "#lib/conversations/obey-stop-word";
import { type PlatformMessage, receiveFromPlatform, type Thread } from "#lib/conversations/store-from-platform";
import { permissionsTapped } from "../profile/permissions-entry";
import { followsAd } from "./after-ad";
import { lockCheckbox, takeWriter } from "./checkbox";
import { Id, Words } from "./hook-values";
import { atOf, Common, derivedId, readItem } from "./item-shapes";
import { askNameAgain, knowPerson } from "./known-person";
import type { Place } from "./place";
import { Attachment, readAttachments } from "./read-attachments";
import type { HookItem } from "./read-items";
import { showPermissions } from "./show-permissions";
import { Referral, referralOf } from "./take-referral";

/** Source: messenger-platform.md §2.4, "message (in)". */
export const Message = z.object({
  mid: Id,
  text: Words.nullish(),
  quick_reply: z.object({ payload: Words }).nullish(),
  reply_to: z.object({ mid: Id.optional() }).nullish(),
  attachments: z.array(Attachment).nullish(),
  referral: Referral.nullish(),
});
export type Message = z.output<typeof Message>;

const MessageItem = Common.extend({
  message: Message,
  prior_message: z.object({ source: Words.optional(), identifier: Words.optional() }).nullish(),
});

/** What the platform says her message follows when it was a checkbox; its `identifier` is the `user_ref`. */
const CHECKBOX = "checkbox_plugin";

/** A message's own part of what is stored, whoever sent it. */
export function contentOf(message: Message, at: Date, more: MessagePayload = {}): PlatformMessage {
  const { files, payload } = readAttachments(message.attachments ?? []);
  const whole: MessagePayload = { ...payload, ...more };
  return {
    externalId: message.mid,
    at,
    body: bodyWith(message.text ?? "", payload.locations ?? []),
    payload: Object.keys(whole).length > 0 ? whole : null,
    replyTo: message.reply_to?.mid ?? null,
    files,
  };
}

/** A person's message. Her first after an advertisement may be answered longer. */
export async function takeMessage(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { sender, message, timestamp, prior_message: prior } = readItem(MessageItem, item);
  const at = atOf(item, timestamp);
  const referral = message.referral
    ? referralOf(message.referral)
    : prior
      ? { source: prior.source ?? null, ref: prior.identifier ?? null, adId: null }
      : null;
  const content = contentOf(message, at, {
    ...(message.quick_reply ? { tapped: { way: "quick_reply", payload: message.quick_reply.payload } } : {}),
    ...(referral ? { referral } : {}),
  });
  const userRef = prior?.source === CHECKBOX ? prior.identifier : undefined;
  if (userRef) await lockCheckbox(tx, place, userRef);
  await takeSaid(tx, place, sender.id, content, { opening: referral?.adId ? "ad" : "message", quiet: item.standby });
  if (userRef) await takeWriter(tx, place, { userRef, psid: sender.id, at });
}

const Postback = z.object({
  mid: Id.nullish(),
  title: Words.nullish(),
  payload: Words.nullish(),
  referral: Referral.nullish(),
});
const PostbackItem = Common.extend({ postback: Postback });

/** A tap on a button, the menu or Get started: it reads as what she said, and is answered like it. */
export async function takePostback(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { sender, postback, timestamp } = readItem(PostbackItem, item);
  const at = atOf(item, timestamp);
  const referral = postback.referral ? referralOf(postback.referral) : null;
  const payload: MessagePayload = {
    ...(postback.payload ? { tapped: { way: "postback", payload: postback.payload } } : {}),
    ...(referral ? { referral } : {}),
  };
  const externalId = (await ownId(tx, place, postback.mid)) ?? derivedId(item, sender.id, at);
  const asked = item.standby ? null : permissionsTapped(postback.payload);
  if (asked) return showPermissions(tx, place, { psid: sender.id, externalId, at, locale: asked });
  const body = postback.title ?? postback.payload ?? "";
  const content = { externalId, at, body, payload, replyTo: null, files: [] };
  await takeSaid(tx, place, sender.id, content, { opening: referral?.adId ? "ad" : "tap", quiet: item.standby });
}

/** The id of a tap itself: some tell the id of the message whose button it was, which the shop holds as its own. */
async function ownId(tx: Tx, { shopId, channelId }: Place, mid: string | null | undefined): Promise<string | null> {
  if (!mid) return null;
  const author = await heldAuthor(tx, { shopId, channelId, externalId: mid });
  return author === null || author === "contact" || author === "system" ? mid : null; // the last: a tap told before
}

/** `quiet`: what she said is not answered by itself, because another app talks to her or because it is long past. */
type Hearing = { opening: WindowOpening; quiet: boolean };

/** Takes in what a person said, however it was learned. False when it is held already. */
export async function takeSaid(
  tx: Tx,
  place: Place,
  psid: string,
  content: PlatformMessage,
  { opening, quiet }: Hearing,
): Promise<boolean> {
  const thread = await knowPerson(tx, place, psid, content.at);
  const led = opening === "ad" || (await followsAd(tx, thread, content.at));
  const stored = await receiveFromPlatform(tx, thread, content, led ? "ad" : opening);
  if (!stored) return false;
  await noteSeen(tx, thread, content.at);
  const ref = content.payload?.referral?.ref;
  if (ref) await joinByReference(tx, { ...thread, ref });
  await obeyStopWord(tx, stored, { source: `messenger:${place.pageId}`, quiet });
  return true;
}

/** Whoever writes is here, can be written to again, and is asked for her name as long as nobody knows it. */
async function noteSeen(tx: Tx, { shopId, identityId, contactId }: Thread, at: Date): Promise<void> {
  const [contact] = await tx
    .update(contacts)
    .set({ lastSeenAt: sql`greatest(${contacts.lastSeenAt}, ${at.toISOString()}::timestamptz)` })
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)))
    .returning({ name: contacts.name });
  if (contact?.name === "") await askNameAgain(tx, { shopId, identityId });
  await tx
    .update(identities)
    .set({ unreachableAt: null })
    .where(
      and(
        eq(identities.shopId, shopId),
        eq(identities.id, identityId),
        sql`${identities.unreachableAt} <= ${at.toISOString()}::timestamptz`,
      ),
    );
}
