import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";

/** Whether the shop wants to hear nothing from a contact. */
export async function isUnwanted(tx: Tx, shopId: string, contactId: string): Promise<boolean> {
  const [contact] = await tx
    .select({ spamAt: contacts.spamAt })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)));
  return Boolean(contact?.spamAt);
}
