import { z } from "zod";
import { defineEvent } from "#lib/events/define-event";

/** A bulk change began or ended something, or its member has read how it ended. */
export const bulkChanged = defineEvent(
  "bulk.changed",
  "shown",
  z.object({ bulkChangeId: z.uuid(), memberId: z.uuid() }),
);
