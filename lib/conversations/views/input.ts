import { z } from "zod";
import { LIST_ORDERS } from "#db/schema/conversations";
import { isKeptAsIs } from "#lib/core/kept-text";
import { Filter } from "./filter";

const Name = z.string().trim().min(1, "required").max(40, "too_long").refine(isKeptAsIs, "message_nul");

/** Without `viewId` a new view is made. `shared`: the whole shop has it, else its maker alone. */
export const SaveView = z.strictObject({
  viewId: z.uuid().optional(),
  name: Name,
  filter: Filter,
  order: z.enum(LIST_ORDERS),
  shared: z.boolean(),
});
export type SaveView = z.output<typeof SaveView>;

/** The counts of all saved views the member has. */
export const CountViews = z.strictObject({});

export const OneView = z.strictObject({ viewId: z.uuid() });
export type OneView = z.output<typeof OneView>;
