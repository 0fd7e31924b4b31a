import { z } from "zod";
import { defineEvent } from "#lib/events/define-event";

/** A bulk message began or ended, or somebody has read how it ended. */
export const bulkMessageChanged = defineEvent(
  "bulk_message.changed",
  "shown",
  z.object({ bulkMessageId: z.uuid(), memberId: z.uuid() }),
);
