import { and, eq, inArray } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { contactNotes } from "#db/schema/contact-about";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { contactChanged } from "../events";
import type { OneContactNote } from "./input";
import { type AboutView, readAbout, withMerged } from "./load-about";
import { lockContact } from "./lock-contact";

/** Deletes a note about a contact for good. */
export async function removeContactNote(actor: MemberActor, { contactId, noteId }: OneContactNote): Promise<AboutView> {
  const { shopId } = actor;
  return inShop(shopId, async (tx) => {
    const living = await lockContact(tx, shopId, contactId);
    const ids = await withMerged(tx, shopId, [living]);
    const gone = await tx
      .delete(contactNotes)
      .where(and(eq(contactNotes.shopId, shopId), eq(contactNotes.id, noteId), inArray(contactNotes.contactId, ids)))
      .returning({ id: contactNotes.id });
    if (gone.length === 0) throw notFound("note");
    await contactChanged.record(tx, shopId, { contactId: living });
    return readAbout(tx, shopId, living);
  });
}
