import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { personChannel } from "#lib/realtime/channels";
import { publish } from "#lib/realtime/publish";

/** Tells a shopper's own place that what a shop holds of her changed; it reads what she may see. */
export async function tellOwnPlace(shopId: string, { contactId }: { contactId: string }): Promise<void> {
  const [contact] = await inShop(shopId, (tx) =>
    tx
      .select({ personId: contacts.personId })
      .from(contacts)
      .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId))),
  );
  if (contact?.personId) await publish(personChannel(contact.personId), "mine.changed", {});
}

/** Tells the own place of somebody whom a shop has just erased: nothing of hers names that login any more. */
export async function tellErased(_: string, { personId }: { personId?: string | null | undefined }): Promise<void> {
  if (personId) await publish(personChannel(personId), "mine.changed", {});
}
