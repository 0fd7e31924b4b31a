import { z } from "zod";
import { HOUR, now } from "#lib/core/clock";
import { notFound } from "#lib/core/errors";
import { open, seal } from "#lib/core/seal";

/** For how long a deleted note can be put back as it was. */
const BACK_MS = HOUR;

const RemovedNote = z.object({
  id: z.uuid(),
  contactId: z.uuid(),
  body: z.string(),
  byMemberId: z.uuid(),
  version: z.number().int(),
  createdAt: z.coerce.date(),
  updatedAt: z.coerce.date(),
});
type RemovedNote = z.output<typeof RemovedNote>;
const Sealed = z.strictObject({ note: RemovedNote, until: z.coerce.date() });

const contextOf = (contactId: string) => `contact note ${contactId}`;

/** A deleted note for the browser to hold, as nobody can read or change it; nothing of it is kept here. */
export function sealNote(contactId: string, given: RemovedNote): string {
  const note = RemovedNote.parse(given);
  return seal(JSON.stringify({ note, until: new Date(now().getTime() + BACK_MS) }), contextOf(contactId));
}

/** The note that was sealed for this contact. What is another's, was changed, or is too old is refused as an absent note. */
export function openNote(contactId: string, sealed: string): RemovedNote {
  const { note, until } = Sealed.parse(JSON.parse(opened(contactId, sealed)));
  if (until <= now()) throw notFound("note");
  return note;
}

function opened(contactId: string, sealed: string): string {
  try {
    return open(sealed, contextOf(contactId));
  } catch {
    throw notFound("note");
  }
}
