import { and, eq, inArray } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { contactNotes } from "#db/schema/contact-about";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { contactChanged } from "../events";
import type { OneContactNote } from "./input";
import { type AboutView, readAbout, withMerged } from "./load-about";
import { lockContact } from "./lock-contact";
import { sealNote } from "./removed-note";

/** `removed`: the note, sealed, by which it can be put back for a while. */
export type AfterRemoval = AboutView & { removed: string };

/** Deletes a note about a contact for good: nothing of it stays but what is answered, sealed, to whoever deleted it. */
export async function removeContactNote(
  actor: MemberActor,
  { contactId, noteId }: OneContactNote,
): Promise<AfterRemoval> {
  const { shopId } = actor;
  return inShop(shopId, async (tx) => {
    const living = await lockContact(tx, shopId, contactId);
    const ids = await withMerged(tx, shopId, [living]);
    const [gone] = await tx
      .delete(contactNotes)
      .where(and(eq(contactNotes.shopId, shopId), eq(contactNotes.id, noteId), inArray(contactNotes.contactId, ids)))
      .returning();
    if (!gone) throw notFound("note");
    await contactChanged.record(tx, shopId, { contactId: living });
    return { ...(await readAbout(tx, shopId, living)), removed: sealNote(contactId, gone) };
  });
}
