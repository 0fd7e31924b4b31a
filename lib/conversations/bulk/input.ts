import { z } from "zod";
import { ListConversations } from "../input";
import { Change } from "./bulk-change";

/** `change`: what is done to everything that the view holds. */
export const StartBulk = z.strictObject({
  view: ListConversations.shape.view.unwrap(),
  change: Change.refine(({ kind }) => kind !== "put_back", "invalid_choice"),
});
export type StartBulk = z.output<typeof StartBulk>;

export const OneBulk = z.strictObject({ bulkChangeId: z.uuid() });
export type OneBulk = z.output<typeof OneBulk>;

export const ChangeBulk = z.object({ shopId: z.uuid(), bulkChangeId: z.uuid(), version: z.number().int() });
export type ChangeBulk = z.output<typeof ChangeBulk>;

export const ForgetBulk = z.object({ shopId: z.uuid(), bulkChangeId: z.uuid() });
export type ForgetBulk = z.output<typeof ForgetBulk>;
