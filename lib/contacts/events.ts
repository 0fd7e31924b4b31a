import { z } from "zod";
import { defineEvent } from "#lib/events/define-event";

export const contactChanged = defineEvent("contact.changed", z.object({ contactId: z.uuid() }));
