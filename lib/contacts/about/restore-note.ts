import { inShop } from "#db/in-shop";
import { contactNotes } from "#db/schema/contact-about";
import type { MemberActor } from "#lib/shops/actor";
import { contactChanged } from "../events";
import type { RestoreContactNote } from "./input";
import { MOST_NOTES_PUT_BACK } from "./limits";
import { type AboutView, readAbout, withMerged } from "./load-about";
import { lockContact } from "./lock-contact";
import { openNote } from "./removed-note";
import { requireRoom } from "./save-note";

/**
 * Puts a deleted note back as it was, with who wrote it and when, also where its place was taken meanwhile. One that is
 * there stays as it is.
 */
export async function restoreContactNote(
  actor: MemberActor,
  { contactId, removed }: RestoreContactNote,
): Promise<AboutView> {
  const { shopId } = actor;
  return inShop(shopId, async (tx) => {
    const living = await lockContact(tx, shopId, contactId);
    const note = openNote(contactId, removed);
    const ids = await withMerged(tx, shopId, [living]);
    const of = ids.includes(note.contactId) ? note.contactId : living;
    if (await requireRoom(tx, shopId, { contactId: of, noteId: note.id }, MOST_NOTES_PUT_BACK)) {
      await tx.insert(contactNotes).values({ ...note, shopId, contactId: of });
      await contactChanged.record(tx, shopId, { contactId: living });
    }
    return readAbout(tx, shopId, living);
  });
}
