import { z } from "zod";
import { defineEvent } from "#lib/events/define-event";

/** A channel was connected, paused, resumed or disconnected, or its health is another. */
export const channelChanged = defineEvent("channel.changed", "shown", z.object({ channelId: z.uuid() }));

/** What is done for a channel went a step on: its import, its profile or its templates. Only their own cards show it. */
export const channelWorked = defineEvent("channel.worked", "shown", z.object({ channelId: z.uuid() }));
