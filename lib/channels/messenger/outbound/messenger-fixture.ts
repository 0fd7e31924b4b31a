import { randomInt } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { channels, identities } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { conversations, messages } from "#db/schema/conversations";
import { messengerPages } from "#db/schema/messenger";
import { lockConversation } from "#lib/conversations/access";
import { appendMessage } from "#lib/conversations/append-message";
import { sendMessage } from "#lib/conversations/send-message";
import { HOUR } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { type ConnectedPage, makeConnectedPage } from "../page-fixture";
import { sendQueued } from "./send-queued";

export type MessengerThread = ConnectedPage & {
  owner: TestMember;
  shopId: string;
  contactId: string;
  identityId: string;
  conversationId: string;
  psid: string;
};

type Given = { loginId?: string; optedInAt?: Date; humanAgent?: boolean };

/** A shop with a Page, and a shopper who wrote there an hour ago and waits for an answer. */
export async function makeMessengerThread(given: Given = {}): Promise<MessengerThread> {
  const { owner } = await makeShop();
  const { shopId } = owner;
  const page = await makeConnectedPage(owner);
  return { owner, shopId, ...page, ...(await addThread(shopId, page.channelId, given)) };
}

/** One more shopper who wrote to the Page. */
export async function addThread(shopId: string, channelId: string, given: Given = {}) {
  const [contactId, identityId, conversationId] = [newId(), newId(), newId()];
  const psid = String(randomInt(1e14, 2e14));
  const { loginId = null, optedInAt = null } = given;
  const at = new Date(Date.now() - HOUR);
  await inShop(shopId, async (tx) => {
    await tx.insert(contacts).values({ id: contactId, shopId, name: "Amélie Laurent", locale: "fr" });
    const externalId = loginId ? `login:${loginId}` : psid;
    await tx
      .insert(identities)
      .values({ id: identityId, shopId, contactId, channelId, externalId, loginId, optedInAt });
    await tx.insert(conversations).values({ id: conversationId, shopId, contactId, identityId, channelId });
    if (given.humanAgent)
      await tx.update(messengerPages).set({ humanAgent: true }).where(eq(messengerPages.channelId, channelId));
    if (loginId) return;
    const conversation = await lockConversation(tx, shopId, conversationId);
    await appendMessage(
      tx,
      conversation,
      { author: "contact", body: "Bonjour !", delivery: "received", externalId: `m_${newId()}` },
      { waitingSince: at, lastContactAt: at, windowExpiresAt: new Date(at.getTime() + 24 * HOUR), unread: 1 },
    );
  });
  return { contactId, identityId, conversationId, psid };
}

/** A member's answer, queued. */
export function say(thread: Pick<MessengerThread, "owner" | "conversationId">, body = "Bonjour Amélie") {
  return sendMessage(thread.owner, { conversationId: thread.conversationId, clientKey: newId(), body });
}

/** Sends what waits in a conversation now, as its job would. */
export function send({ shopId, conversationId }: Pick<MessengerThread, "shopId" | "conversationId">) {
  return sendQueued(shopId, conversationId);
}

/** What the shop sent in a conversation, in order. */
export async function sentIn({ shopId, conversationId }: Pick<MessengerThread, "shopId" | "conversationId">) {
  return inShop(shopId, (tx) =>
    tx
      .select()
      .from(messages)
      .where(and(eq(messages.conversationId, conversationId), eq(messages.author, "member")))
      .orderBy(messages.seq),
  );
}

/** Moves what a thread waits for into the past: tries and rests count as over. */
export async function passTime({ shopId, channelId }: Pick<MessengerThread, "shopId" | "channelId">): Promise<void> {
  await inShop(shopId, async (tx) => {
    await tx
      .update(messages)
      .set({ attemptedAt: sql`${messages.attemptedAt} - interval '1 hour'` })
      .where(eq(messages.channelId, channelId));
    await tx
      .update(messengerPages)
      .set({ restUntil: sql`${messengerPages.restUntil} - interval '1 hour'` })
      .where(eq(messengerPages.channelId, channelId));
  });
}

/** The Page as it is stored, with its channel. */
export async function storedPage({ shopId, channelId }: Pick<MessengerThread, "shopId" | "channelId">) {
  return inShop(shopId, async (tx) => {
    const [page] = await tx
      .select({ page: messengerPages, channel: channels })
      .from(messengerPages)
      .innerJoin(channels, eq(channels.id, messengerPages.channelId))
      .where(eq(messengerPages.channelId, channelId));
    return { ...page?.channel, ...page?.page };
  });
}

/** Changes how a conversation stands, past every rule. */
export async function setThread(
  { shopId, conversationId }: Pick<MessengerThread, "shopId" | "conversationId">,
  change: Partial<typeof conversations.$inferInsert>,
): Promise<void> {
  await inShop(shopId, (tx) => tx.update(conversations).set(change).where(eq(conversations.id, conversationId)));
}
