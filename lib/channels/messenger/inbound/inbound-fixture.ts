import { createHash, randomInt } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { owner as asOwner } from "#db/owner-fixture";
import { identities } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { conversations, messages } from "#db/schema/conversations";
import { inboundItems } from "#db/schema/messenger";
import { readMessages } from "#lib/conversations/read-messages";
import { HOUR } from "#lib/core/clock";
import { makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { type ConnectedPage, makeConnectedPage } from "../page-fixture";
import { hookBody, hookSignature } from "./hook-fixture";
import { processDelivery } from "./process-delivery";
import { receiveHook } from "./receive-hook";

export type Item = Record<string, unknown>;
export type World = ConnectedPage & { owner: TestMember; shopId: string };

const START = Math.floor(Date.now() / 1_000) * 1_000 - HOUR;

/** The instant `seconds` after the tests' beginning, which is an hour ago, as the platform's milliseconds. */
export const at = (seconds: number) => START + seconds * 1_000;
export const newPsid = () => String(randomInt(1e14, 2e14));
export const newMid = () => `m_${randomInt(1e12)}_${randomInt(1e12)}`;

/** A shop with a connected Page. */
export async function makeWorld(): Promise<World> {
  const { owner } = await makeShop();
  return { ...(await makeConnectedPage(owner)), owner, shopId: owner.shopId };
}

/** An item a person causes. */
export const fromPerson = ({ pageId }: ConnectedPage, psid: string, seconds: number, what: Item): Item => ({
  sender: { id: psid },
  recipient: { id: pageId },
  timestamp: at(seconds),
  ...what,
});

/** An item the Page causes. */
export const fromPage = ({ pageId }: ConnectedPage, psid: string, seconds: number, what: Item): Item => ({
  sender: { id: pageId },
  recipient: { id: psid },
  timestamp: at(seconds),
  ...what,
});

/** A body with these items in one entry of a Page. */
export const bodyOf = (pageId: string, items: unknown[], list = "messaging") => ({
  object: "page",
  entry: [{ id: pageId, time: at(0), [list]: items }],
});

/** Posts a signed body as the platform does; gives the id under which it is kept. */
export async function post(value: unknown): Promise<string> {
  const body = hookBody(value);
  await receiveHook({ signature: hookSignature(body), body });
  const digest = createHash("sha256").update(body).digest("hex");
  const [kept] = await asOwner()<{ id: string }[]>`
    select id from inbound_events where source = 'messenger' and delivery_id = ${digest}`;
  return kept?.id ?? "";
}

/** Posts a body and processes what was kept of it, as the worker does. */
export async function take(value: unknown): Promise<string> {
  const inboundEventId = await post(value);
  await processDelivery(inboundEventId, Buffer.from(hookBody(value)), new Date());
  return inboundEventId;
}

/** The same for items of one Page, each in its own delivery, in this order. */
export async function takeItems({ pageId }: ConnectedPage, ...items: Item[]): Promise<void> {
  for (const item of items) await take(bodyOf(pageId, [item]));
}

/** A person's contact, conversation and messages in the order they were written; null for somebody nobody knows. */
export async function threadOf({ shopId, channelId }: World, psid: string) {
  return inShop(shopId, async (tx) => {
    const [identity] = await tx
      .select()
      .from(identities)
      .where(and(eq(identities.shopId, shopId), eq(identities.channelId, channelId), eq(identities.externalId, psid)));
    if (!identity) return null;
    const [contact] = await tx.select().from(contacts).where(eq(contacts.id, identity.contactId));
    const [conversation] = await tx.select().from(conversations).where(eq(conversations.identityId, identity.id));
    const views = conversation ? await readMessages(tx, shopId, conversation.id, { after: 0 }) : [];
    const shown = [...views].sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.seq - b.seq);
    return { identity, contact, conversation, messages: shown };
  });
}

/** What of the Page's items is kept aside. */
export async function asideOf({ shopId, channelId }: World) {
  return inShop(shopId, (tx) =>
    tx.select().from(inboundItems).where(eq(inboundItems.channelId, channelId)).orderBy(inboundItems.position),
  );
}

/** How many contacts, conversations and messages the shop has. */
export async function countsOf({ shopId }: World) {
  return inShop(shopId, async (tx) => ({
    contacts: await tx.$count(contacts, eq(contacts.shopId, shopId)),
    conversations: await tx.$count(conversations, eq(conversations.shopId, shopId)),
    messages: await tx.$count(messages, eq(messages.shopId, shopId)),
  }));
}

/** A person whose first message came at the beginning. */
export async function wrote(text = "Bonjour") {
  const world = await makeWorld();
  const [psid, mid] = [newPsid(), newMid()];
  await takeItems(world, fromPerson(world, psid, 0, { message: { mid, text } }));
  const person = (seconds: number, what: Item) => fromPerson(world, psid, seconds, what);
  const page = (seconds: number, what: Item) => fromPage(world, psid, seconds, what);
  return { world, psid, mid, person, page, thread: () => threadOf(world, psid) };
}
