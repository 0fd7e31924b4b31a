import { z } from "zod";
import { defineEvent } from "#lib/events/define-event";

export const contactChanged = defineEvent("contact.changed", "both", z.object({ contactId: z.uuid() }));

/** The shop's own fields changed: their names, kinds or order, or which there are. */
export const contactFieldsChanged = defineEvent("contact_fields.changed", "shown", z.object({}));

/** Some contacts are new, all by one import: told once, since nothing else hangs on any of them yet. */
export const contactsImported = defineEvent("contacts.imported", "shown", z.object({ importId: z.uuid() }));
