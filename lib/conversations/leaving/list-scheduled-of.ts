import { and, asc, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { conversations, messages } from "#db/schema/conversations";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import type { RemoveMember } from "#lib/shops/input";
import { beginningOf } from "../beginning-of";
import { MOST_SHOWN } from "./input";

/** A message that waits for its time (ISO 8601), and whom it is for. */
export type WaitingMessage = { id: string; contactName: string; preview: string; sendAt: string };

/** What a member has scheduled, the soonest first, for whoever may remove her. `more`: there are more than are shown. */
export async function listScheduledOf(
  actor: MemberActor,
  { memberId }: RemoveMember,
): Promise<{ messages: WaitingMessage[]; more: boolean }> {
  requireRole(actor, "admin");
  return inShop(actor.shopId, async (tx) => {
    const found = await tx
      .select({ id: messages.id, body: messages.body, sendAt: messages.sendAt, contactName: contacts.name })
      .from(messages)
      .innerJoin(
        conversations,
        and(eq(conversations.shopId, messages.shopId), eq(conversations.id, messages.conversationId)),
      )
      .innerJoin(contacts, and(eq(contacts.shopId, conversations.shopId), eq(contacts.id, conversations.contactId)))
      .where(
        and(eq(messages.shopId, actor.shopId), eq(messages.memberId, memberId), eq(messages.delivery, "scheduled")),
      )
      .orderBy(asc(messages.sendAt), asc(messages.id))
      .limit(MOST_SHOWN + 1);
    const shown = found.slice(0, MOST_SHOWN).map(({ id, body, sendAt, contactName }) => ({
      ...{ id, contactName, preview: beginningOf(body) },
      sendAt: sendAt?.toISOString() ?? "",
    }));
    return { messages: shown, more: found.length > MOST_SHOWN };
  });
}
