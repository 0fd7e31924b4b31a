import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { conversations, type ThreadEvent } from "#db/schema/conversations";
import { lockPermissions } from "#lib/contacts/record-permissions";
import type { LockedConversation } from "#lib/conversations/access";
import { appendEvent } from "#lib/conversations/append-message";
import { conversationChanged } from "#lib/conversations/events";
import { tellVisits } from "./tell-visits";
import { type MyShop, readMyShop } from "./view-my-shop";

/** How a shopper's own act is written down: where she acted, in which language, and what shows that it was she. */
type Hand = { locale: "en" | "fr"; source: string; proof: Record<string, string> };
type Act = Hand & { contactId: string; act: "my_permissions" };

/** Makes the change and answers what to say of it in her thread; null when nothing changed. */
export type ChangeOfContact = (tx: Tx, shopId: string, act: Act) => Promise<ThreadEvent | null>;

/**
 * Changes what a shop may send one contact, by her own act: the change, a line in her latest conversation, and her open
 * chats, together or not at all.
 */
export async function changeOfContact(
  tx: Tx,
  { shopId, contactId, hand }: { shopId: string; contactId: string; hand: Hand },
  change: ChangeOfContact,
): Promise<MyShop> {
  const conversation = await lockLatestOf(tx, shopId, contactId);
  await lockPermissions(tx, shopId, contactId);
  const event = await change(tx, shopId, { ...hand, contactId, act: "my_permissions" });
  if (event && conversation) {
    await appendEvent(tx, conversation, event);
    await conversationChanged.record(tx, shopId, { conversationId: conversation.id });
  }
  if (event) await tellVisits(tx, shopId, await identitiesOf(tx, shopId, contactId));
  return readMyShop(tx, { shopId, contactId }, hand.locale);
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

async function identitiesOf(tx: Tx, shopId: string, contactId: string): Promise<string[]> {
  const found = await tx
    .select({ id: identities.id })
    .from(identities)
    .where(and(eq(identities.shopId, shopId), eq(identities.contactId, contactId)));
  return found.map(({ id }) => id);
}
