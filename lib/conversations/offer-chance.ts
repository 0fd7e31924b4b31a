import { isStopped } from "#lib/contacts/decide-send";
import type { Alternative, Decision } from "#lib/contacts/send-facts";
import type { ProblemParams } from "#lib/core/errors";

type Words = { key: string; params: ProblemParams };

/**
 * What becomes of an offer that is sent now: it goes, waits until `at` (ISO 8601) by itself, or is refused; then
 * `alternatives` are what is allowed instead, the nearest first.
 */
export type OfferChance =
  | { state: "now" }
  | { state: "later"; at: string; refusal: Words }
  | { state: "refused"; refusal: Words; alternatives: Alternative[] };

/** What the rule's decision of an offer means for whoever is about to send it. */
export function chanceOf(decision: Decision): OfferChance {
  if (decision.allowed) return { state: "now" };
  const { key, params, later, alternatives } = decision;
  const refusal = { key, params };
  if (later === null || isStopped(decision)) return { state: "refused", refusal, alternatives };
  return { state: "later", at: later.toISOString(), refusal };
}
