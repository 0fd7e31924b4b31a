import { z } from "zod";
import { defineEvent } from "#lib/events/define-event";

/** A person's sockets must end: they signed out somewhere, were removed, or have another role. */
export const accessChanged = defineEvent("access.changed", "lasting", z.object({ personId: z.uuid() }));
export const memberRemoved = defineEvent("member.removed", "lasting", z.object({ memberId: z.uuid() }));
/** A member who was away is there again: what waits in her teams is to be given in turn. */
export const memberReturned = defineEvent("member.returned", "lasting", z.object({ memberId: z.uuid() }));
/** A member holds one conversation fewer: there is room for what waits in her teams. */
export const memberFreed = defineEvent("member.freed", "lasting", z.object({ memberId: z.uuid() }));
/** A team was removed: what it had is to be taken from it. */
export const teamRemoved = defineEvent("team.removed", "lasting", z.object({ teamId: z.uuid() }));
/** A member chose how she is told. */
export const noticesChosen = defineEvent("notices.chosen", "shown", z.object({ memberId: z.uuid() }));
/** Something of what a new shop does first may be done, or its list was put away or brought back. */
export const stepsChanged = defineEvent("steps.changed", "shown", z.object({}));
/** The shop's people or their teams changed. */
export const teamChanged = defineEvent("team.changed", "shown", z.object({}));
