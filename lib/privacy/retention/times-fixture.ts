import { and, eq, isNotNull } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import type { TestThread } from "#lib/connect/visitor-fixture";
import { overBefore } from "#lib/conversations/kept-times";
import { DAY } from "#lib/core/clock";

/** A day more than so many months ago. */
export const past = (months: number) => new Date(overBefore(months).getTime() - DAY);

/** Makes it so that nothing came from her since. */
export async function silence({ visitor: { shopId, contactId } }: TestThread, at: Date) {
  await inShop(shopId, async (tx) => {
    await tx.update(contacts).set({ lastSeenAt: at }).where(eq(contacts.id, contactId));
    await tx.update(conversations).set({ lastContactAt: at }).where(eq(conversations.contactId, contactId));
  });
}

/** Whether she was erased, wholly. */
export const isErased = async ({ visitor: { shopId, contactId } }: TestThread) =>
  (
    await inShop(shopId, (tx) =>
      tx
        .select()
        .from(contacts)
        .where(and(eq(contacts.id, contactId), isNotNull(contacts.erasedAt))),
    )
  ).length > 0;
