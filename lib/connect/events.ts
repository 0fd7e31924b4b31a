import { z } from "zod";
import { defineEvent } from "#lib/events/define-event";

/** A visitor's chat shows something else from now on: she signed in, or allowed something. */
export const visitChanged = defineEvent("visit.changed", "shown", z.object({ visitorId: z.uuid() }));
