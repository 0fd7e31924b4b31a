import { and, asc, eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { identities, visitors } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { conversations, messages } from "#db/schema/conversations";
import { orders } from "#db/schema/orders";
import { MINUTE } from "#lib/core/clock";
import type { Thread } from "./threads";

/** Spreads a thread that was just played over the minutes in which it would have happened. */
export async function backdate(shopId: string, conversationId: string, thread: Thread): Promise<void> {
  await inShop(shopId, async (tx) => {
    const mine = and(eq(conversations.shopId, shopId), eq(conversations.id, conversationId));
    const [conversation] = await tx.select().from(conversations).where(mine);
    if (!conversation) return;
    const all = await tx
      .select({ id: messages.id, author: messages.author, kind: messages.kind })
      .from(messages)
      .where(and(eq(messages.shopId, shopId), eq(messages.conversationId, conversationId)))
      .orderBy(asc(messages.seq));
    const spoken = all.filter((message) => message.kind !== "event").length;
    let [place, last, lastContact] = [0, new Date(), null as Date | null];
    for (const message of all) {
      if (message.kind !== "event") place += 1;
      last = new Date(Date.now() - (thread.endedAgo + (spoken - place) * thread.pace) * MINUTE);
      if (message.author === "contact") lastContact = last;
      await tx
        .update(messages)
        .set({ createdAt: last })
        .where(and(eq(messages.shopId, shopId), eq(messages.id, message.id)));
    }
    const waiting = conversation.waitingSince ? lastContact : null;
    await tx
      .update(conversations)
      .set({
        lastMessageAt: last,
        lastContactAt: lastContact,
        waitingSince: waiting,
        createdAt: last,
        version: sql`${conversations.version} + 1`,
      })
      .where(mine);
    await tx
      .update(contacts)
      .set({ lastSeenAt: last })
      .where(and(eq(contacts.shopId, shopId), eq(contacts.id, conversation.contactId)));
    await tx
      .update(visitors)
      .set({ lastSeenAt: last })
      .where(and(eq(visitors.shopId, shopId), eq(visitors.identityId, conversation.identityId)));
    await tx
      .update(orders)
      .set({ placedAt: last })
      .where(and(eq(orders.shopId, shopId), eq(orders.contactId, conversation.contactId)));
    await tx
      .update(identities)
      .set({ createdAt: last })
      .where(and(eq(identities.shopId, shopId), eq(identities.id, conversation.identityId)));
  });
}
