import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { personChannel } from "#lib/realtime/channels";
import type { Publication } from "#lib/realtime/publish";

function ownPlace(personId: string | null | undefined): Publication[] {
  return personId ? [{ channel: personChannel(personId), event: "mine.changed", data: {} }] : [];
}

/** Tells a shopper's own place that what a shop holds of her changed; it reads what she may see. */
export async function tellOwnPlace(shopId: string, { contactId }: { contactId: string }): Promise<Publication[]> {
  const [contact] = await inShop(shopId, (tx) =>
    tx
      .select({ personId: contacts.personId })
      .from(contacts)
      .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId))),
  );
  return ownPlace(contact?.personId);
}

/** Tells the own place of somebody whom a shop has just erased: nothing of hers names that login any more. */
export async function tellErased(
  _: string,
  { personId }: { personId?: string | null | undefined },
): Promise<Publication[]> {
  return ownPlace(personId);
}
