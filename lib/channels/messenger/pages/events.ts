import { z } from "zod";
import { defineEvent } from "#lib/events/define-event";

/** A channel was connected, paused, resumed or disconnected, or its health is another. */
export const channelChanged = defineEvent("channel.changed", z.object({ channelId: z.uuid() }));
