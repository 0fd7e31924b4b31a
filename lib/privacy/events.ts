import { z } from "zod";
import { defineEvent } from "#lib/events/define-event";

/**
 * What a shop held of a contact is gone: screens that show any of it load afresh, also those of the login it was joined
 * to.
 */
export const contactErased = defineEvent(
  "contact.erased",
  "shown",
  z.object({ contactId: z.uuid(), personId: z.uuid().nullable().optional() }),
);
