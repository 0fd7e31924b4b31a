import { z } from "zod";
import { defineEvent } from "#lib/events/define-event";

/** A visitor's chat shows something else from now on: she signed in, or allowed something. */
export const visitChanged = defineEvent("visit.changed", "shown", z.object({ visitorId: z.uuid() }));

/** She let a Page write to her at a storefront's login: what she bought before may have its receipt now. */
export const optedIn = defineEvent("identity.opted_in", "lasting", z.object({ identityId: z.uuid() }));
