import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { conversations, messages } from "#db/schema/conversations";
import { reactions } from "#db/schema/message-marks";
import { findLocked } from "#lib/conversations/access";
import { storeReaction } from "#lib/conversations/change-message";
import { changeHeld } from "#lib/conversations/held-message";
import { LOGIN_PREFIX } from "#lib/conversations/read-reach";
import { now } from "#lib/core/clock";
import { addJob } from "#lib/jobs/add-job";
import { callGraph, GraphError } from "../graph";
import { type OpenPage, pageOf } from "../page-of";

export const TellMessenger = z.object({
  shopId: z.uuid(),
  conversationId: z.uuid(),
  action: z.enum(["mark_seen", "typing_on", "react"]),
  messageId: z.uuid().optional(),
  /** When it was asked for (ISO 8601); a sign of typing is not worth telling later. */
  at: z.iso.datetime().optional(),
});
type Told = z.output<typeof TellMessenger>;

/** Signs of typing are told at most so often; they show for 20 s. Source: Messenger reference §3.1. */
const TYPING_EVERY_MS = 10_000;
const MOST_REMEMBERED = 1_000;
const typedAt = new Map<string, number>();

type Sign = { page: OpenPage & { token: string }; body: Record<string, unknown> };

/**
 * Tells the platform of a sign that is no message: that a member read, types, or reacted. What it does not take is lost,
 * but for a reaction: that waits while the Page rests, and else is taken back here too, so that no screen shows what she
 * never sees.
 */
export async function tellMessenger(told: Told): Promise<void> {
  if (told.action === "typing_on" && !mayTellTyping(told)) return;
  const sign = await inShop(told.shopId, (tx) => readSign(tx, told));
  if (sign === null || sign instanceof Date) return notTold(told, sign);
  try {
    await callGraph({ path: `${sign.page.pageId}/messages`, token: sign.page.token, body: sign.body });
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (told.action === "react" && told.messageId && !error.mayHaveArrived) await takeBack(told, told.messageId);
  }
}

function mayTellTyping({ conversationId, at }: Told): boolean {
  const time = now().getTime();
  const last = typedAt.get(conversationId) ?? 0;
  if (time - last < TYPING_EVERY_MS || (at && time - new Date(at).getTime() > TYPING_EVERY_MS)) return false;
  if (typedAt.size >= MOST_REMEMBERED) typedAt.clear();
  typedAt.set(conversationId, time);
  return true;
}

/** What becomes of a sign that cannot be told, or not before an instant. */
async function notTold(told: Told, until: Date | null): Promise<void> {
  const { shopId, action, messageId } = told;
  if (action !== "react" || !messageId) return;
  if (until === null) return takeBack(told, messageId);
  await inShop(shopId, (tx) => addJob(tx, "tellMessenger", told, { key: `react:${messageId}`, runAt: until }));
}

/** The sign as it goes out; null when it cannot, or the instant until which the Page rests. */
async function readSign(tx: Tx, { shopId, conversationId, action, messageId }: Told): Promise<Sign | Date | null> {
  const [found] = await tx
    .select({ conversation: conversations, psid: identities.externalId })
    .from(conversations)
    .innerJoin(
      identities,
      and(eq(identities.shopId, conversations.shopId), eq(identities.id, conversations.identityId)),
    )
    .where(and(eq(conversations.shopId, shopId), eq(conversations.id, conversationId)));
  const expires = found?.conversation.windowExpiresAt;
  if (!found || !expires || expires <= now() || found.psid.startsWith(LOGIN_PREFIX)) return null;
  const { token, ...page } = await pageOf(tx, shopId, found.conversation.channelId);
  if (token === null || page.pausedAt || page.disconnectedAt) return null;
  if (page.restUntil && page.restUntil > now()) return page.restUntil;
  const recipient = { id: found.psid };
  if (action !== "react") return { page: { ...page, token }, body: { recipient, sender_action: action } };
  const reaction = messageId ? await readReaction(tx, shopId, messageId) : null;
  return reaction && { page: { ...page, token }, body: { recipient, ...reaction } };
}

async function readReaction(tx: Tx, shopId: string, messageId: string) {
  const [found] = await tx
    .select({ mid: messages.externalId, emoji: reactions.emoji })
    .from(messages)
    .innerJoin(reactions, and(eq(reactions.shopId, messages.shopId), eq(reactions.messageId, messages.id)))
    .where(and(eq(messages.shopId, shopId), eq(messages.id, messageId), eq(reactions.author, "member")));
  if (!found?.mid) return null;
  const payload = { message_id: found.mid };
  return found.emoji === null
    ? { sender_action: "unreact", payload }
    : { sender_action: "react", payload: { ...payload, reaction: found.emoji } };
}

async function takeBack({ shopId, conversationId }: Told, messageId: string): Promise<void> {
  await inShop(shopId, async (tx) => {
    const conversation = await findLocked(tx, shopId, conversationId);
    if (!conversation) return;
    const [message] = await tx
      .select()
      .from(messages)
      .where(and(eq(messages.shopId, shopId), eq(messages.id, messageId)));
    if (message && (await storeReaction(tx, message, { author: "member", emoji: null, at: now() })))
      await changeHeld(tx, { message, conversation }, {});
  });
}
