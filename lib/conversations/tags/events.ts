import { z } from "zod";
import { defineEvent } from "#lib/events/define-event";

/** The shop's tags changed: their names, their hues, or which there are. */
export const tagsChanged = defineEvent("tags.changed", "shown", z.object({}));
