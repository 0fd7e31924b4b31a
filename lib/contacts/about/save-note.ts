import { and, count, eq, inArray, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { contactNotes } from "#db/schema/contact-about";
import { notFound, refused } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { contactChanged } from "../events";
import type { SaveContactNote } from "./input";
import { MOST_NOTES } from "./limits";
import { type AboutView, readAbout, withMerged } from "./load-about";
import { lockContact } from "./lock-contact";

/** Refuses a note more than a locked contact may have, `most`; false when this one is there already. */
export async function requireRoom(
  tx: Tx,
  shopId: string,
  { contactId, noteId }: Pick<SaveContactNote, "contactId" | "noteId">,
  most = MOST_NOTES,
): Promise<boolean> {
  const [already] = await tx
    .select({ id: contactNotes.id })
    .from(contactNotes)
    .where(and(eq(contactNotes.shopId, shopId), eq(contactNotes.id, noteId)));
  if (already) return false;
  const [held] = await tx
    .select({ n: count() })
    .from(contactNotes)
    .where(and(eq(contactNotes.shopId, shopId), eq(contactNotes.contactId, contactId)));
  if ((held?.n ?? 0) >= most) throw refused("too_many_notes", { max: most });
  return true;
}

async function add(
  tx: Tx,
  { shopId, memberId }: MemberActor,
  contactId: string,
  { noteId: id, body }: SaveContactNote,
) {
  if (!(await requireRoom(tx, shopId, { contactId, noteId: id }))) return;
  await tx.insert(contactNotes).values({ id, shopId, contactId, body, byMemberId: memberId }).onConflictDoNothing();
}

async function change(tx: Tx, { shopId, memberId }: MemberActor, ids: string[], note: SaveContactNote) {
  const [held] = await tx
    .select()
    .from(contactNotes)
    .where(and(eq(contactNotes.shopId, shopId), eq(contactNotes.id, note.noteId), inArray(contactNotes.contactId, ids)))
    .for("update");
  if (!held) throw notFound("note");
  if (held.body === note.body) return;
  if (held.version !== note.version) throw refused("note_changed");
  await tx
    .update(contactNotes)
    .set({ body: note.body, byMemberId: memberId, version: held.version + 1, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(contactNotes.shopId, shopId), eq(contactNotes.id, note.noteId)));
}

/** Writes a note about a contact, or changes one; another member's change meanwhile is refused, never overwritten. */
export async function saveContactNote(actor: MemberActor, note: SaveContactNote): Promise<AboutView> {
  return inShop(actor.shopId, async (tx) => {
    const contactId = await lockContact(tx, actor.shopId, note.contactId);
    if (note.version === 0) await add(tx, actor, contactId, note);
    else await change(tx, actor, await withMerged(tx, actor.shopId, [contactId]), note);
    await contactChanged.record(tx, actor.shopId, { contactId });
    return readAbout(tx, actor.shopId, contactId);
  });
}
