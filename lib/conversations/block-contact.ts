import { and, asc, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { contactChanged } from "#lib/contacts/events";
import { now } from "#lib/core/clock";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import type { LockedConversation } from "./access";
import { reopen } from "./close-conversation";
import type { OneContact } from "./input";
import { moveToSpam } from "./mark-spam";
import { type ConversationRow, readRow } from "./view-conversation";

/** Her conversations before the contact: the order in which whatever changes both locks them. */
async function lockAll(tx: Tx, shopId: string, contactId: string): Promise<LockedConversation[]> {
  return tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.shopId, shopId), eq(conversations.contactId, contactId)))
    .orderBy(asc(conversations.id))
    .for("no key update");
}

async function setSpamAt(tx: Tx, actor: MemberActor, contactId: string, spamAt: Date | null): Promise<void> {
  const [changed] = await tx
    .update(contacts)
    .set({ spamAt })
    .where(and(eq(contacts.shopId, actor.shopId), eq(contacts.id, contactId)))
    .returning({ id: contacts.id });
  if (!changed) throw notFound("contact");
  await contactChanged.record(tx, actor.shopId, { contactId });
}

async function rowsOf(tx: Tx, shopId: string, held: readonly LockedConversation[]): Promise<ConversationRow[]> {
  const rows: ConversationRow[] = [];
  for (const { id } of held) {
    const row = await readRow(tx, shopId, id);
    if (row) rows.push(row);
  }
  return rows;
}

/**
 * From now on what a contact writes goes to Spam without a word, and so does what she has open. She is told nothing.
 * Answers with the conversations that moved.
 */
export async function blockContact(actor: MemberActor, { contactId }: OneContact): Promise<ConversationRow[]> {
  return inShop(actor.shopId, async (tx) => {
    const held = await lockAll(tx, actor.shopId, contactId);
    await setSpamAt(tx, actor, contactId, now());
    const moving = held.filter(({ status }) => status === "open" || status === "snoozed");
    for (const conversation of moving) await moveToSpam(tx, actor, conversation, "blocked");
    return rowsOf(tx, actor.shopId, moving);
  });
}

/** Takes a block back: what she wrote last comes out of Spam, one conversation of each of her ways to write. */
export async function unblockContact(actor: MemberActor, { contactId }: OneContact): Promise<ConversationRow[]> {
  return inShop(actor.shopId, async (tx) => {
    const held = await lockAll(tx, actor.shopId, contactId);
    await setSpamAt(tx, actor, contactId, null);
    const latest = new Map(held.map((one) => [one.identityId, one]));
    const back = [...latest.values()].filter(({ status }) => status === "spam");
    for (const conversation of back) await reopen(tx, actor, conversation);
    return rowsOf(tx, actor.shopId, back);
  });
}
