import { z } from "zod";
import { defineEvent } from "#lib/events/define-event";

/** An order came in or changed; its receipts show it at once. */
export const orderChanged = defineEvent(
  "order.changed",
  "both",
  z.object({ orderId: z.uuid(), contactId: z.uuid().nullable(), version: z.number() }),
);
