import { z } from "zod";
import { defineEvent } from "#lib/events/define-event";

/** How a shop stands by what shoppers reported was weighed anew. It names nobody. */
export const budgetChanged = defineEvent("budget.changed", "shown", z.object({}));
