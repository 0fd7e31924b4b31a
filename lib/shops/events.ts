import { z } from "zod";
import { defineEvent } from "#lib/events/define-event";

/** A person's sockets must end: they signed out somewhere, were removed, or have another role. */
export const accessChanged = defineEvent("access.changed", z.object({ personId: z.uuid() }));
export const memberRemoved = defineEvent("member.removed", z.object({ memberId: z.uuid() }));
export const teamChanged = defineEvent("team.changed", z.object({}));
