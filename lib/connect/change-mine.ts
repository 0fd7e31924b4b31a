import { and, desc, eq, isNull } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { identities, visitors } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import type { Purpose } from "#lib/contacts/permissions";
import { lockPermissions } from "#lib/contacts/record-permissions";
import type { LockedConversation } from "#lib/conversations/access";
import { appendEvent } from "#lib/conversations/append-message";
import { conversationChanged } from "#lib/conversations/events";
import { env } from "#lib/core/env";
import { notFound } from "#lib/core/errors";
import type { Person } from "#lib/shops/actor";
import { findShopId } from "#lib/shops/load-member";
import { visitChanged } from "./events";
import { requireSamePerson } from "./same-person";
import { type MyShop, readMyShop } from "./view-my-shop";

type Wish = { shop: string; person: string; locale: "en" | "fr" };
type Common = {
  contactId: string;
  act: "my_permissions";
  locale: "en" | "fr";
  source: string;
  proof: Record<string, string>;
};
type Change = {
  type: "permission_given" | "permission_withdrawn";
  /** Adds to the ledger and answers with what changed. */
  record: (tx: Tx, shopId: string, common: Common) => Promise<Purpose[]>;
};

/**
 * Changes what one shop may send this person, in her own place: the ledger, a line in her latest conversation, and
 * her open chats, together or not at all. A shop that does not know her is refused like an absent one.
 */
export async function changeMine(person: Person, wish: Wish, change: Change): Promise<MyShop> {
  requireSamePerson(person, wish.person);
  const shopId = await findShopId(wish.shop);
  if (!shopId) throw notFound("shop");
  return inShop(shopId, async (tx) => {
    const contactId = await contactOfPerson(tx, shopId, person);
    const conversation = await lockLatestOf(tx, shopId, contactId);
    await lockPermissions(tx, shopId, contactId);
    const purposes = await change.record(tx, shopId, {
      contactId,
      act: "my_permissions",
      locale: wish.locale,
      source: `${env().PUBLIC_URL}/me`,
      proof: { personId: person.id, sessionId: person.sessionId },
    });
    if (conversation && purposes.length > 0) {
      await appendEvent(tx, conversation, { type: change.type, purposes });
      await conversationChanged.record(tx, shopId, { conversationId: conversation.id });
    }
    if (purposes.length > 0) await tellChats(tx, shopId, contactId);
    return readMyShop(tx, { shopId, contactId }, wish.locale);
  });
}

/** The contact this person is in a shop. A shop that does not know her is refused like an absent one. */
export async function contactOfPerson(tx: Tx, shopId: string, person: Person): Promise<string> {
  const [contact] = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.personId, person.id), isNull(contacts.mergedInto)));
  if (!contact) throw notFound("shop");
  return contact.id;
}

async function lockLatestOf(tx: Tx, shopId: string, contactId: string): Promise<LockedConversation | null> {
  const [latest] = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), eq(conversations.contactId, contactId)))
    .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
    .limit(1)
    .for("update");
  return latest ?? null;
}

async function tellChats(tx: Tx, shopId: string, contactId: string): Promise<void> {
  const open = await tx
    .select({ visitorId: visitors.id })
    .from(visitors)
    .innerJoin(identities, and(eq(identities.shopId, visitors.shopId), eq(identities.id, visitors.identityId)))
    .where(and(eq(visitors.shopId, shopId), eq(identities.contactId, contactId), isNull(visitors.revokedAt)))
    .orderBy(desc(visitors.lastSeenAt))
    .limit(20);
  for (const { visitorId } of open) await visitChanged.record(tx, shopId, { visitorId });
}
