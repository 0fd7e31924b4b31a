import { eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { channels, identities } from "#db/schema/channels";
import { consentRecords, contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { messengerPages } from "#db/schema/messenger";
import { permissionsOf } from "#lib/contacts/permissions";
import { newId } from "#lib/core/ids";
import type { MemberActor } from "#lib/shops/actor";

export type TestPage = { channelId: string; pageId: string };
export type MessengerContact = { contactId: string; identityId: string; conversationId: string; psid: string };

/** A number of Facebook's kind, of the random end of an id: its beginning is the time, which two may share. */
const digits = () => BigInt(`0x${newId().replaceAll("-", "").slice(-15)}`).toString();

/** A Page connected to the member's shop. */
export async function makePage(actor: MemberActor, name = "Maison Pivoine"): Promise<TestPage> {
  const [channelId, pageId] = [newId(), digits()];
  await inShop(actor.shopId, async (tx) => {
    await tx.insert(channels).values({ id: channelId, shopId: actor.shopId, kind: "messenger", externalId: pageId });
    await tx.insert(messengerPages).values({
      channelId,
      shopId: actor.shopId,
      name,
      facebookUserId: digits(),
      connectedBy: actor.memberId,
      scopes: [],
      tasks: [],
      subscribedFields: [],
      loginConnect: true,
    });
  });
  return { channelId, pageId };
}

/** Turns Login Connect of a Page on or off. */
export async function turnLoginConnect(shopId: string, { channelId }: TestPage, loginConnect: boolean): Promise<void> {
  await inShop(shopId, (tx) =>
    tx.update(messengerPages).set({ loginConnect }).where(eq(messengerPages.channelId, channelId)),
  );
}

/** Somebody who wrote to a Page, as her first message makes her. */
export async function makeMessengerContact(shopId: string, page: TestPage, name = ""): Promise<MessengerContact> {
  const ids = { contactId: newId(), identityId: newId(), conversationId: newId(), psid: digits() };
  await inShop(shopId, async (tx) => {
    const { contactId, identityId } = ids;
    await tx.insert(contacts).values({ id: contactId, shopId, name });
    await tx
      .insert(identities)
      .values({ id: identityId, shopId, contactId, channelId: page.channelId, externalId: ids.psid });
    await tx
      .insert(conversations)
      .values({ id: ids.conversationId, shopId, contactId, identityId, channelId: page.channelId });
  });
  return ids;
}

/** Runs in the shop's own transaction. */
export const within = <T>(shopId: string, work: (tx: Tx) => Promise<T>) => inShop(shopId, work);

/** Everything that can be a contact's, as it is stored, and what she allows. */
export async function belongingsOf(shopId: string, contactId: string) {
  return inShop(shopId, async (tx) => {
    const [contact] = await tx.select().from(contacts).where(eq(contacts.id, contactId));
    const ways = await tx.select().from(identities).where(eq(identities.contactId, contactId)).orderBy(identities.id);
    const threads = await tx
      .select()
      .from(conversations)
      .where(eq(conversations.contactId, contactId))
      .orderBy(conversations.id);
    const permissions = await permissionsOf(tx, shopId, contactId);
    return {
      name: contact?.name,
      mergedInto: contact?.mergedInto,
      identities: ways.map(({ id }) => id),
      evidence: ways.map(({ evidence }) => evidence?.way ?? null),
      conversations: threads.map(({ id }) => id),
      states: [permissions.service.state, permissions.order_updates.state, permissions.offers.state],
    };
  });
}

const ACTS = { granted: "chat_card", withdrawn: "stop_word", expired: "expiry" } as const;

/** Adds an act to a contact's ledger at an instant of its own, in seconds from now; `ends` is when it counts no more. */
export async function act(
  shopId: string,
  contactId: string,
  action: keyof typeof ACTS,
  purpose: "service" | "order_updates" | "offers",
  seconds: number,
  proof: Record<string, string> = {},
  ends?: number,
): Promise<void> {
  await inShop(shopId, (tx) =>
    tx.insert(consentRecords).values({
      shopId,
      contactId,
      purpose,
      action,
      act: ACTS[action],
      textVersion: "2026-11",
      locale: "fr",
      source: "https://a.example",
      proof,
      at: new Date(Date.now() + seconds * 1_000),
      expiresAt: ends === undefined ? null : new Date(Date.now() + ends * 1_000),
    }),
  );
}
