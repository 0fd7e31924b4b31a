import { z } from "zod";
import type { ProblemParams } from "#lib/core/errors";
import { instant } from "#lib/core/instant";
import type { ConversationRow } from "../view-conversation";
import { MOST_AT_ONCE } from "./undo-many";

/** What can be done to several conversations. */
export const Change = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["close", "reopen", "spam", "put_back"]) }),
  z.strictObject({
    kind: z.literal("assign"),
    memberId: z.uuid().nullable(),
    teamId: z.uuid().nullable().optional(),
  }),
  z.strictObject({ kind: z.literal("snooze"), until: instant() }),
  z.strictObject({ kind: z.enum(["tag", "untag"]), tagId: z.uuid() }),
]);
export type Change = z.output<typeof Change>;

export const ChangeMany = z.strictObject({
  conversationIds: z.array(z.uuid()).min(1, "required").max(MOST_AT_ONCE, "too_long"),
  change: Change,
});
export type ChangeMany = z.output<typeof ChangeMany>;

/** Why a conversation stayed as it was. */
type NotChanged = { conversationId: string; key: string; params: ProblemParams };
export type ChangedMany = { rows: ConversationRow[]; refused: NotChanged[] };
