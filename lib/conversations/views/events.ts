import { z } from "zod";
import { defineEvent } from "#lib/events/define-event";

/** The saved views of the shop or of one of its members changed. */
export const viewsChanged = defineEvent("views.changed", "shown", z.object({}));
