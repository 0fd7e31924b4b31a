import { DAY } from "#lib/core/clock";
import type { ProblemParams } from "#lib/core/errors";
import { budgetAt } from "./complaint-budget";
import { capsWithin, nextOfferTime, offerCapEnds, SLOWED_CAPS } from "./offer-times";
import { mayBeAsked, PURPOSE_LIST, type Purpose } from "./purposes";
import type { Alternative, Decision, How, Refusal, SendFacts, SendKind } from "./send-facts";

/** Raised with every change of what the rule allows; each decision is kept with it. */
export const SEND_RULE_VERSION = "2026-11-30.5";
/** How long a web chat stays open after the shopper's last message. Source: permission.md. */
export const WEB_CHAT_OPEN_MS = 7 * DAY;
/** How long a member, and only a member, may answer in Messenger after her last message. Source: permission.md. */
export const HUMAN_AGENT_MS = 7 * DAY;
/** How long after the opt-in of Login Connect the one first message may go. Source: permission.md. */
export const FIRST_MESSAGE_MS = DAY;
/** How long nobody asks the same person again how it went. Source: permission.md. */
const SATISFACTION_REST_MS = 30 * DAY;
/**
 * How long at least no offer goes to whoever reported a message, unless she allows offers anew. Source:
 * docs/decisions/0020.
 */
const REPORT_REST_MS = 30 * DAY;

const STOPPED_KEY = "offers_stopped";

/** The shop is stopped: what waits is put off, and nothing new is taken. */
export const isStopped = (decision: Decision): boolean => !decision.allowed && decision.key === STOPPED_KEY;

type No = { params?: ProblemParams; alternatives?: Alternative[]; later?: Date };

function no(facts: SendFacts, rule: string, key: string, { params, alternatives, later }: No = {}): Refusal {
  const said = { name: facts.contactName, ...params };
  return { allowed: false, rule, key, params: said, alternatives: alternatives ?? ["wait"], later: later ?? null };
}

function yes(facts: SendFacts, rule: string, how: How = inWindow(facts)): Decision {
  const automatic = facts.author === "automation";
  return { allowed: true, rule, how: facts.channel === "messenger" ? how : null, automatic };
}

const inWindow = ({ unanswered }: SendFacts): How => ({
  messagingType: unanswered ? "RESPONSE" : "UPDATE",
  to: "psid",
});

const isOn = (facts: SendFacts, purpose: Purpose) => facts.permissions[purpose].state === "on";

/** She wrote STOP, and nothing since. Source: permission.md, the last row. */
function saidStop({ permissions: { service }, lastContactAt }: SendFacts): boolean {
  if (service.state !== "off" || service.act !== "stop_word" || service.at === null) return false;
  return lastContactAt === null || lastContactAt <= new Date(service.at);
}

/**
 * Whether the conversation is open: she waits for an answer, or wrote recently enough; in Messenger, while the stored
 * window lasts. Source: permission.md, "Words".
 */
export function isOpen(
  facts: Pick<SendFacts, "channel" | "unanswered" | "lastContactAt" | "windowExpiresAt" | "at">,
): boolean {
  if (facts.channel === "messenger") return facts.windowExpiresAt !== null && facts.at < facts.windowExpiresAt;
  if (facts.unanswered) return true;
  return facts.lastContactAt !== null && facts.at.getTime() - facts.lastContactAt.getTime() < WEB_CHAT_OPEN_MS;
}

/** Until when a member may still answer in Messenger after the window. Null when she never wrote. */
export function humanUntil({ lastContactAt }: Pick<SendFacts, "lastContactAt">): Date | null {
  return lastContactAt && new Date(lastContactAt.getTime() + HUMAN_AGENT_MS);
}

function closedWindow(facts: SendFacts): Refusal {
  const until = humanUntil(facts) ?? new Date(facts.at.getTime() + HUMAN_AGENT_MS);
  const closed = facts.windowExpiresAt ?? facts.lastContactAt ?? facts.at;
  const key = facts.author === "member" && until <= facts.at ? "human_window_closed" : "window_closed";
  const params = { ago: closed.toISOString(), date: until.toISOString() };
  return no(facts, "window", key, { params, alternatives: otherWays(facts) });
}

/** What is left in Messenger once its window is closed, the nearest first. */
export function otherWays(facts: Pick<SendFacts, "reach" | "permissions" | "webChat">): Alternative[] {
  const receipt = facts.reach?.template && facts.permissions.order_updates.state === "on" ? (["receipt"] as const) : [];
  return [...(facts.webChat ? (["web_chat"] as const) : []), "m_me", ...receipt, "wait"];
}

function withoutService(facts: SendFacts): Refusal {
  const { at } = facts.permissions.service;
  if (saidStop(facts) && at) return no(facts, "stop_word", "stop_word", { params: { date: at } });
  return no(facts, "service", "service_refused");
}

/** She wants nothing of the shop; that she wrote STOP tells more than that. */
function blocked(facts: SendFacts): Refusal {
  const { stoppedAt } = facts;
  if (stoppedAt) return no(facts, "stop_word", "stop_word", { params: { date: stoppedAt.toISOString() } });
  return no(facts, "blocked", "contact_blocked");
}

/** A person may answer her after the window; nobody and nothing else. Source: Messenger reference §0, fact 4. */
function asPerson(facts: SendFacts, rule: string): Decision {
  const until = humanUntil(facts);
  if (facts.author !== "member" || until === null || until <= facts.at) return closedWindow(facts);
  if (!facts.reach?.humanAgent) return { ...closedWindow(facts), key: "human_agent_missing" };
  return yes(facts, rule, { messagingType: "MESSAGE_TAG", tag: "HUMAN_AGENT", to: "psid" });
}

function answer(facts: SendFacts, open: boolean): Decision {
  if (open) return yes(facts, "open");
  if (facts.channel === "messenger" && facts.unanswered && !saidStop(facts) && facts.author === "member")
    return asPerson(facts, "human_agent_answer");
  if (!isOn(facts, "service")) return withoutService(facts);
  return facts.channel === "web_chat" ? yes(facts, "service") : asPerson(facts, "human_agent");
}

/** A member may ask her for it where she may be answered, unless she said no to it lately. */
function mayAsk(facts: SendFacts, open: boolean): Alternative[] {
  const asks = facts.author === "member" && mayBeAsked(facts.saidNoAt, facts.at) && answer(facts, open).allowed;
  return asks ? ["ask", "wait"] : ["wait"];
}

function orderNews(facts: SendFacts, open: boolean): Decision {
  if (open && facts.author === "member") return yes(facts, "open_by_hand");
  if (!isOn(facts, "order_updates"))
    return no(facts, "order_updates", "order_updates_refused", { alternatives: mayAsk(facts, open) });
  if (open || facts.channel === "web_chat") return yes(facts, "order_updates");
  if (!facts.reach?.template) return closedWindow(facts);
  return yes(facts, "utility_template", { messagingType: "UTILITY", template: true, to: "psid" });
}

function paymentRequest(facts: SendFacts, open: boolean): Decision {
  return facts.author === "member" ? orderNews(facts, open) : no(facts, "by_hand", "payment_by_hand");
}

function satisfaction(facts: SendFacts, open: boolean): Decision {
  const rested = facts.asked.at === null || facts.at.getTime() - facts.asked.at.getTime() >= SATISFACTION_REST_MS;
  if (facts.asked.here || !rested) return no(facts, "asked", "satisfaction_asked");
  if (open) return yes(facts, "open");
  if (!isOn(facts, "service")) return withoutService(facts);
  return facts.channel === "web_chat" ? yes(facts, "service") : closedWindow(facts);
}

/** What is said of a permission for offers that ended otherwise than by a withdrawal, by the act that ended it. */
const OFFERS_ENDED: Record<string, string> = {
  expiry: "offers_expired",
  objection: "offers_objected",
  complaint: "offers_objected",
};

/** When that ends: with a month, so that the day which the shop reads tells nobody on which day she reported. */
function restEnds(reportedAt: Date): Date {
  const rested = new Date(reportedAt.getTime() + REPORT_REST_MS);
  return new Date(Date.UTC(rested.getUTCFullYear(), rested.getUTCMonth() + 1, 1));
}

/**
 * When the caps leave room for an offer to her, those of a slowed shop while that lasts, and no sooner than a while after
 * she reported a message: what the shop reads of that is what it reads of a cap, for who reported is not told.
 */
function offerRoom(facts: SendFacts): { room: Date; rule: string; key: string } {
  const { at, offers, reportedAt, permissions } = facts;
  const budget = budgetAt(facts.budget, at);
  const given = permissions.offers.at;
  const rests = reportedAt && !(given && new Date(given) > reportedAt);
  const rested = rests ? new Date(Math.max(at.getTime(), restEnds(reportedAt).getTime())) : at;
  const capEnds = offerCapEnds(rested, offers.sentAt, capsWithin(offers.limits));
  const usual = { room: capEnds, rule: "offer_caps", key: "offers_cap" };
  if (budget.state !== "slowed" || budget.until === null) return usual;
  const slowEnds = offerCapEnds(capEnds, offers.sentAt, SLOWED_CAPS);
  const room = slowEnds < budget.until ? slowEnds : new Date(Math.max(capEnds.getTime(), budget.until.getTime()));
  return room > capEnds ? { room, rule: "complaint_budget", key: "offers_slowed" } : usual;
}

/**
 * The shop was reported too often: no offer goes, to whomever, until the stop ends. What waits already is decided again
 * then. Source: permission.md, "Caps".
 */
function stopped(facts: SendFacts): Refusal | null {
  const { state, until } = budgetAt(facts.budget, facts.at);
  if (state !== "stopped" || until === null) return null;
  const room = new Date(Math.max(until.getTime(), offerRoom(facts).room.getTime()));
  const later = nextOfferTime(room, facts.offers, facts.offers.limits);
  return no(facts, "complaint_budget", STOPPED_KEY, { params: { date: until.toISOString() }, later });
}

/** Offers on, what shoppers reported, the caps and her hours. Null when all let it go now. Source: permission.md, "Caps". */
function offerHeld(facts: SendFacts): Refusal | null {
  const { offers } = facts.permissions;
  if (offers.state === "off" && offers.at) {
    const key = OFFERS_ENDED[offers.act ?? ""] ?? "offers_refused";
    return no(facts, "offers", key, { params: { date: offers.at } });
  }
  if (facts.offers.suppressed) return no(facts, "objection", "offers_suppressed");
  if (offers.state !== "on") return no(facts, "offers", "offers_not_allowed");
  const refusal = stopped(facts);
  if (refusal) return refusal;
  const { zone } = facts.offers;
  const { room, rule, key } = offerRoom(facts);
  const later = nextOfferTime(room, facts.offers, facts.offers.limits);
  const params = { time: later.toISOString(), date: later.toISOString(), zone };
  if (room > facts.at) return no(facts, rule, key, { params, later });
  return later > facts.at ? no(facts, "quiet_hours", "quiet_hours", { params, later }) : null;
}

function offer(facts: SendFacts, open: boolean): Decision {
  const held = offerHeld(facts);
  if (held && held.later === null) return held;
  if (!open && facts.channel === "messenger") return closedWindow(facts);
  return held ?? yes(facts, "offers");
}

/** What she paused: all but an answer, and what a member does by hand, while they talk. Source: GDPR art. 18. */
function isPaused(facts: SendFacts, open: boolean): boolean {
  if (facts.pausedUntil === null || facts.pausedUntil <= facts.at) return false;
  const talking = facts.message === "answer" || (facts.author === "member" && facts.message !== "offer");
  return !(open && talking);
}

function paused(facts: SendFacts): Refusal {
  const until = facts.pausedUntil ?? facts.at;
  return no(facts, "paused", "contact_paused", { params: { date: until.toISOString() }, later: until });
}

/** The one message that Login Connect allows before she ever wrote. Source: permission.md, the row before the last. */
function firstMessage(facts: SendFacts): Decision {
  const { optedInAt = null, firstMessageAt = null } = facts.reach ?? {};
  if (optedInAt === null) return no(facts, "first_message", "no_address", { alternatives: ["m_me", "wait"] });
  const ends = new Date(optedInAt.getTime() + FIRST_MESSAGE_MS);
  const { service } = facts.permissions;
  if (service.state === "off" && service.at && new Date(service.at) >= optedInAt) return withoutService(facts);
  if (firstMessageAt && firstMessageAt >= optedInAt) return no(facts, "first_message", "first_message_used");
  if (facts.at >= ends)
    return no(facts, "first_message", "first_message_late", { params: { date: ends.toISOString() } });
  if (facts.message === "satisfaction") return no(facts, "first_message", "satisfaction_asked");
  if (facts.message === "payment_request" && facts.author !== "member") return no(facts, "by_hand", "payment_by_hand");
  const held = facts.message === "offer" ? offerHeld(facts) : null;
  return held ?? yes(facts, "first_message", { messagingType: "UPDATE", to: "login_id" });
}

/**
 * Says once, without selling, that STOP was obeyed. It answers her, so it needs no permission but a conversation in
 * which she may be answered, and is not said once she allowed something anew. Source: reference consent.md §2.
 */
function stopConfirmation(facts: SendFacts, open: boolean): Decision {
  const allowedAnew = PURPOSE_LIST.some((purpose) => isOn(facts, purpose));
  if (facts.author !== "automation" || allowedAnew) return no(facts, "stop_confirmation", "stop_over");
  return open ? yes(facts, "stop_confirmation") : closedWindow(facts);
}

/** Shows her what she allows and how to take it back, because she asked: whatever she allows, where she may be answered. */
function permissionLink(facts: SendFacts, open: boolean): Decision {
  if (facts.author !== "automation") return no(facts, "permission_link", "by_herself");
  return open ? yes(facts, "permission_link") : closedWindow(facts);
}

const RULES: Record<SendKind, (facts: SendFacts, open: boolean) => Decision> = {
  answer,
  first_message: answer,
  receipt: orderNews,
  payment_request: paymentRequest,
  satisfaction,
  offer,
  stop_confirmation: stopConfirmation,
  permission_link: permissionLink,
};

/**
 * Decides one outgoing message, whoever writes it: when it is queued and again at the moment of sending.
 * Answering never needs permission; anything else does. Source: permission.md, the table.
 */
export function decideSend(facts: SendFacts): Decision {
  const confirms = facts.message === "stop_confirmation" || facts.message === "permission_link";
  if (facts.erasing) return no(facts, "erasing", "not_while_erasing");
  if (facts.blocked && !confirms) return blocked(facts);
  const open = isOpen(facts) && (confirms || !saidStop(facts));
  if (!confirms && isPaused(facts, open)) return paused(facts);
  if (facts.disconnected) return no(facts, "disconnected", "channel_disconnected", { alternatives: ["web_chat"] });
  if (facts.reach?.unreachable) return no(facts, "unreachable", "contact_unreachable");
  const unheard = facts.lastContactAt === null && facts.windowExpiresAt === null;
  const first = facts.reach && (!facts.reach.psid || (unheard && facts.reach.optedInAt));
  if (first && !confirms) return firstMessage(facts);
  const decision = RULES[facts.message](facts, open);
  if (confirms || decision.allowed || decision.rule !== "window" || !facts.reach?.optedInAt) return decision;
  const asFirst = firstMessage(facts);
  return asFirst.allowed ? asFirst : decision;
}
