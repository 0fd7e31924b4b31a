import { GOOD_BUDGET } from "#lib/contacts/complaint-budget";
import { decideSend, FIRST_MESSAGE_MS, humanUntil, isOpen, otherWays } from "#lib/contacts/decide-send";
import { WIDEST } from "#lib/contacts/offer-limits";
import type { Permissions } from "#lib/contacts/permissions";
import type { Alternative, MessengerReach, SendFacts } from "#lib/contacts/send-facts";
import { MINUTE } from "#lib/core/clock";
import type { ProblemParams } from "#lib/core/errors";
import type { ConversationRow } from "./view-conversation";

/** From here on the window is said to end soon. Source: DESIGN.md, `window`. */
const LOW_WINDOW_MS = 15 * MINUTE;

type Iso<T> = { [K in keyof T]: T[K] extends Date | null ? string | null : T[K] };

/** What the composer needs beside the row: all of it JSON, so that a browser can decide by itself as time passes. */
export type ComposerFacts = {
  conversationId: string;
  contactName: string;
  blocked: boolean;
  stoppedAt: string | null;
  erasing: boolean;
  pausedUntil: string | null;
  permissions: Permissions;
  reach: Iso<MessengerReach> | null;
  webChat: boolean;
};

export type ComposerRow = Pick<
  ConversationRow,
  "channel" | "channelState" | "waitingSince" | "lastContactAt" | "windowExpiresAt"
>;

export type ComposerState = {
  /**
   * `open`: she can be answered; `low`: for less than 15 minutes more. `human_only`: a member may still answer,
   * nothing automatic. `first_message`: the one that Login Connect allows. `closed`: `refusal` says why.
   */
  state: "open" | "low" | "human_only" | "closed" | "first_message";
  /** Messenger: when what the state says ends by itself; null in web chat, and where nothing ends. */
  windowExpiresAt: string | null;
  humanUntil: string | null;
  refusal: { key: string; params: ProblemParams } | null;
  /** What is allowed instead of an answer, or beside one by hand, the nearest first; empty while the window is open. */
  alternatives: Alternative[];
};

const instant = (iso: string | null) => (iso === null ? null : new Date(iso));

function factsAt(row: ComposerRow, facts: ComposerFacts, at: Date): SendFacts {
  const { reach } = facts;
  return {
    message: "answer",
    author: "member",
    channel: row.channel,
    contactName: facts.contactName,
    blocked: facts.blocked,
    stoppedAt: instant(facts.stoppedAt),
    erasing: facts.erasing,
    pausedUntil: instant(facts.pausedUntil),
    disconnected: row.channelState === "disconnected",
    unanswered: row.waitingSince !== null,
    lastContactAt: instant(row.lastContactAt),
    windowExpiresAt: instant(row.windowExpiresAt),
    permissions: facts.permissions,
    saidNoAt: null,
    reach: reach && { ...reach, optedInAt: instant(reach.optedInAt), firstMessageAt: instant(reach.firstMessageAt) },
    webChat: facts.webChat,
    asked: { here: false, at: null },
    offers: { sentAt: [], zone: "UTC", alsaceMoselle: false, limits: WIDEST, suppressed: false },
    reportedAt: null,
    budget: GOOD_BUDGET,
    at,
  };
}

/** What a member may write in a conversation at `at`, by the rule that decides every message. */
export function composerState(row: ComposerRow, facts: ComposerFacts, at: Date): ComposerState {
  const asked = factsAt(row, facts, at);
  const decision = decideSend(asked);
  const until = row.channel === "messenger" ? (humanUntil(asked)?.toISOString() ?? null) : null;
  const rest = { humanUntil: until, refusal: null, alternatives: [] };
  if (!decision.allowed) {
    const { key, params, alternatives } = decision;
    const windowExpiresAt = row.channel === "messenger" ? row.windowExpiresAt : null;
    return { state: "closed", windowExpiresAt, humanUntil: until, refusal: { key, params }, alternatives };
  }
  if (decision.how?.to === "login_id") {
    const ends = (asked.reach?.optedInAt?.getTime() ?? at.getTime()) + FIRST_MESSAGE_MS;
    return { ...rest, state: "first_message", windowExpiresAt: new Date(ends).toISOString() };
  }
  if (row.channel === "web_chat") return { ...rest, state: "open", windowExpiresAt: null };
  if (!isOpen(asked))
    return { ...rest, state: "human_only", windowExpiresAt: row.windowExpiresAt, alternatives: otherWays(asked) };
  const left = (asked.windowExpiresAt?.getTime() ?? 0) - at.getTime();
  return { ...rest, state: left < LOW_WINDOW_MS ? "low" : "open", windowExpiresAt: row.windowExpiresAt };
}
