import { z } from "zod";
import type { Tx } from "#db/in-shop";
import { keepRating } from "#lib/conversations/ratings/rate-conversation";
import { Id, Words } from "./hook-values";
import { atOf, Common, readItem } from "./item-shapes";
import type { Place } from "./place";
import type { HookItem } from "./read-items";
import { tellEvent } from "./tell-event";

const Answer = z.object({
  type: z.string().nullish(),
  payload: z.union([Words, z.number()]).nullish(),
  follow_up: z.object({ payload: Words.nullish() }).nullish(),
});
const Screens = z.object({
  feedback_screens: z.array(z.object({ questions: z.record(z.string(), Answer).default({}) })).default([]),
});
const FeedbackItem = Common.extend({ messaging_feedback: Screens });

const SCORE = /^[1-5]$/;
/** The one kind of question whose score is of five. `nps` and `ces` have scales of their own. Source: messenger-platform.md §2.4. */
const CSAT = "csat";

/**
 * What a shopper answered to a satisfaction question: the first score and the first words, told in the thread. A score of
 * five is kept as a rating; one of another scale is told under its name.
 */
export async function takeFeedback(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { sender, messaging_feedback: feedback, timestamp } = readItem(FeedbackItem, item);
  const answers = feedback.feedback_screens.flatMap(({ questions }) => Object.values(questions));
  const scored = answers.find(({ type, payload }) => type !== "free_form" && (payload ?? "") !== "");
  const written = answers.find(({ type }) => type === "free_form");
  const text =
    (written ? String(written.payload ?? "") : answers.find((one) => one.follow_up)?.follow_up?.payload) || null;
  const kind = scored?.type ?? CSAT;
  const given = scored ? String(scored.payload) : null;
  const score = given !== null && kind !== CSAT ? `${kind.toUpperCase()} ${given}` : given;
  const at = atOf(item, timestamp);
  const told = await tellEvent(tx, place, item, { psid: sender.id, at, event: { type: "feedback", score, text } });
  if (told && score && SCORE.test(score)) await keepRating(tx, told, { score: Number(score), comment: text ?? "", at });
}

const ResponseItem = Common.extend({ response_feedback: z.object({ feedback: Words, mid: Id.nullish() }) });

/** Whether an answer was found good, told in the thread. */
export async function takeResponseFeedback(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { sender, response_feedback: given, timestamp } = readItem(ResponseItem, item);
  const event = { type: "feedback" as const, score: given.feedback, text: null };
  await tellEvent(tx, place, item, { psid: sender.id, at: atOf(item, timestamp), event });
}
