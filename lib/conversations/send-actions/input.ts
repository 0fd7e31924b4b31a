import { z } from "zod";
import { PRIORITIES } from "#db/schema/conversations";

const MOST_TAGS = 10;

/** What is done with a conversation when a message is sent. `assign`: to its author, a member, a team or nobody. */
export const SendActions = z.strictObject({
  tagIds: z.array(z.uuid()).max(MOST_TAGS, "too_long"),
  assign: z
    .union([z.literal("me"), z.strictObject({ memberId: z.uuid().nullable(), teamId: z.uuid().nullable() })])
    .nullable(),
  priority: z.enum(PRIORITIES).nullable(),
  close: z.boolean(),
});
