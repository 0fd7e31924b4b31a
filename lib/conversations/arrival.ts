import type { Tx } from "#db/in-shop";
import type { LockedConversation } from "./access";
import { atRest } from "./close-conversation";
import { comeBack } from "./teams/come-back";
import { isUnwanted } from "./unwanted";

type Change = Partial<Omit<LockedConversation, "id" | "shopId" | "version" | "updatedAt">>;

/**
 * How a locked conversation stands once the shopper has written: open, with `asked` (what is unread, since when she
 * waits), from whatever it was; but what is spam, or hers whom the shop wants to hear nothing from, is Spam without a
 * word: nothing is unread there and nobody waits.
 */
export async function afterArrival(tx: Tx, conversation: LockedConversation, asked: Change): Promise<Change> {
  const unwanted =
    conversation.status === "spam" || (await isUnwanted(tx, conversation.shopId, conversation.contactId));
  if (!unwanted) return { ...asked, status: "open", snoozedUntil: null };
  return { status: "spam", ...atRest({ ...conversation, lastSeq: conversation.lastSeq + 1 }) };
}

/** A locked conversation in which the shopper is about to write: one that was away comes back to whoever is there. */
export async function beforeArrival(tx: Tx, conversation: LockedConversation, at?: Date): Promise<LockedConversation> {
  const { status, shopId, contactId } = conversation;
  const comes = (status === "closed" || status === "snoozed") && !(await isUnwanted(tx, shopId, contactId));
  return comes ? comeBack(tx, conversation, at) : conversation;
}
