import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { notFound } from "#lib/core/errors";

/**
 * The living contact, locked against being erased meanwhile: itself, or the one it was merged into. One that is erased,
 * absent or another shop's is refused alike.
 */
export async function lockContact(tx: Tx, shopId: string, contactId: string): Promise<string> {
  const [found] = await tx
    .select({ id: contacts.id, mergedInto: contacts.mergedInto })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId), isNull(contacts.erasedAt)))
    .for("no key update");
  if (!found) throw notFound("contact");
  return found.mergedInto ? lockContact(tx, shopId, found.mergedInto) : found.id;
}
