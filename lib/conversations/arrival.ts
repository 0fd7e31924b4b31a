import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import type { LockedConversation } from "./access";
import { atRest } from "./close-conversation";
import { comeBack, tellTurn } from "./teams/come-back";

type Change = Partial<Omit<LockedConversation, "id" | "shopId" | "version" | "updatedAt">>;

/**
 * How a locked conversation stands once the shopper has written: open, with `asked` (what is unread, since when she
 * waits), from whatever it was; but what is spam, or hers whom the shop wants to hear nothing from, is Spam without a
 * word: nothing is unread there and nobody waits.
 */
export async function afterArrival(tx: Tx, conversation: LockedConversation, asked: Change): Promise<Change> {
  const unwanted = conversation.status === "spam" || (await isUnwanted(tx, conversation));
  if (!unwanted) return { ...asked, status: "open", snoozedUntil: null };
  return { status: "spam", ...atRest({ ...conversation, lastSeq: conversation.lastSeq + 1 }) };
}

/**
 * A locked conversation in which the shopper is about to write: one that was away comes back to whoever is
 * there, and a new one tells whose turn it was.
 */
export async function beforeArrival(tx: Tx, conversation: LockedConversation, at?: Date): Promise<LockedConversation> {
  const { status, latestSeq } = conversation;
  if (latestSeq === 0) return tellTurn(tx, conversation, at);
  const comes = (status === "closed" || status === "snoozed") && !(await isUnwanted(tx, conversation));
  return comes ? comeBack(tx, conversation, at) : conversation;
}

async function isUnwanted(tx: Tx, { shopId, contactId }: LockedConversation): Promise<boolean> {
  const [contact] = await tx
    .select({ spamAt: contacts.spamAt })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)));
  return Boolean(contact?.spamAt);
}
