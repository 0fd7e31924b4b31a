import { z } from "zod";
import { defineEvent } from "#lib/events/define-event";

export const contactChanged = defineEvent("contact.changed", z.object({ contactId: z.uuid() }));

/** Some contacts are new, all by one import: told once, since nothing else hangs on any of them yet. */
export const contactsImported = defineEvent("contacts.imported", z.object({ importId: z.uuid() }));
