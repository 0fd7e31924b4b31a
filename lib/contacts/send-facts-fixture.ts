import { DAY, HOUR } from "#lib/core/clock";
import { GOOD_BUDGET } from "./complaint-budget";
import { decideSend } from "./decide-send";
import { WIDEST } from "./offer-limits";
import { foldLedger } from "./permissions";
import type { Purpose } from "./purposes";
import type { MessengerReach, SendFacts } from "./send-facts";

/** A Saturday, at two in the afternoon in Paris. */
export const NOW = new Date("2026-05-23T12:00:00Z");
export const ago = (milliseconds: number) => new Date(NOW.getTime() - milliseconds);

/** The permissions of somebody who gave these and nothing else. */
export function allowing(...purposes: Purpose[]) {
  return foldLedger(purposes.map((purpose) => ({ purpose, action: "granted", act: "chat_card", at: ago(90 * DAY) })));
}

/** When she last wrote, whether that was answered, and what it makes of the window. */
export const AGES = {
  open: { unanswered: false, lastContactAt: ago(HOUR), windowExpiresAt: ago(-23 * HOUR) },
  waiting: { unanswered: true, lastContactAt: ago(2 * DAY), windowExpiresAt: ago(DAY) },
  idle: { unanswered: false, lastContactAt: ago(6 * DAY), windowExpiresAt: ago(5 * DAY) },
  gone: { unanswered: false, lastContactAt: ago(30 * DAY), windowExpiresAt: ago(29 * DAY) },
} as const;

/** A shopper who wrote on a healthy Page whose app may answer as a person. */
export const REACH: MessengerReach = {
  psid: true,
  optedInAt: null,
  firstMessageAt: null,
  unreachable: false,
  humanAgent: true,
  template: false,
};

/** Facts in which nothing stands in the way; what matters to a test is given. */
export function facts(given: Partial<SendFacts> = {}): SendFacts {
  return {
    message: "answer",
    author: "member",
    channel: "web_chat",
    contactName: "Amélie",
    blocked: false,
    stoppedAt: null,
    erasing: false,
    pausedUntil: null,
    disconnected: false,
    ...AGES.open,
    permissions: allowing(),
    saidNoAt: null,
    reach: given.channel === "messenger" ? REACH : null,
    webChat: false,
    asked: { here: false, at: null },
    offers: { sentAt: [], zone: "Europe/Paris", alsaceMoselle: false, limits: WIDEST, suppressed: false },
    reportedAt: null,
    budget: GOOD_BUDGET,
    at: NOW,
    ...given,
  };
}

/** The rule that allows, or `no:` and the key of the refusal. */
export function said(given: Partial<SendFacts>): string {
  const decision = decideSend(facts(given));
  return decision.allowed ? decision.rule : `no: ${decision.key}`;
}
