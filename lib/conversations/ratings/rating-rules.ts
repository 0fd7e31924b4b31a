import { z } from "zod";
import { DAY, now } from "#lib/core/clock";
import { isKeptAsIs } from "#lib/core/kept-text";
import { COMMENT_MAX } from "./comment-max";

/** How long after her first answer she may change it, while the conversation stays closed. */
const CHANGES_FOR_MS = DAY;

const SCORES = [1, 2, 3, 4, 5] as const;

export const RateConversation = z.strictObject({
  /** The closing that it is about. */
  seq: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  score: z.number().int().min(1).max(SCORES.length),
  /** Left out, what she wrote before stays. */
  comment: z.string().trim().max(COMMENT_MAX, "too_long").refine(isKeptAsIs, "message_nul").optional(),
});
export type RateConversation = z.output<typeof RateConversation>;

/** What she is asked, or said and may still change. */
export type RatingView = { seq: number; score: number | null; comment: string };

/** Whether a rating may be given or changed now, as far as time goes. */
export function isChangeable({ answeredAt }: { answeredAt: Date | null }): boolean {
  return answeredAt === null || now().getTime() - answeredAt.getTime() < CHANGES_FOR_MS;
}
