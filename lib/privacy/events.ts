import { z } from "zod";
import { defineEvent } from "#lib/events/define-event";

/** What a shop held of a contact is gone: screens that show any of it load afresh. */
export const contactErased = defineEvent("contact.erased", z.object({ contactId: z.uuid() }));
