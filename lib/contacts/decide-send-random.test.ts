import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY, HOUR } from "#lib/core/clock";
import { BUDGET_STATES, budgetAt, GOOD_BUDGET } from "./complaint-budget";
import { decideSend } from "./decide-send";
import { foldLedger, type LedgerEntry } from "./permissions";
import { PURPOSE_LIST, type Purpose } from "./purposes";
import type { SendFacts, SendKind } from "./send-facts";
import { facts, NOW, REACH } from "./send-facts-fixture";

const instant = (before: number, after = 0) =>
  fc.integer({ min: -before, max: after }).map((ms) => new Date(NOW.getTime() + ms));
const TAKES = ["withdrawn", "objected", "expired"];
const entry = fc.record({
  purpose: fc.constantFrom(...PURPOSE_LIST),
  action: fc.constantFrom("granted", "refreshed", "refused", "imported", ...TAKES),
  act: fc.constantFrom("chat_card", "my_permissions", "stop_word"),
  at: instant(60 * DAY),
  basis: fc.constantFrom("consent", "unknown"),
  expiresAt: fc.option(instant(30 * DAY, 30 * DAY), { nil: null }),
});

const history = fc.record({
  ledger: fc.array(entry, { maxLength: 12 }),
  at: instant(3 * DAY, 3 * DAY),
  message: fc.constantFrom(
    ...(["answer", "receipt", "satisfaction", "offer", "stop_confirmation"] as const satisfies SendKind[]),
  ),
  author: fc.constantFrom("member" as const, "automation" as const),
  channel: fc.constantFrom("web_chat" as const, "messenger" as const),
  blocked: fc.boolean(),
  unanswered: fc.boolean(),
  lastContactAt: fc.option(instant(12 * DAY)),
  windowExpiresAt: fc.option(instant(2 * DAY, DAY)),
  humanAgent: fc.boolean(),
  askedAt: fc.option(instant(60 * DAY)),
  sentAt: fc.array(instant(40 * DAY), { maxLength: 3 }),
  reportedAt: fc.option(instant(40 * DAY)),
  budget: fc.record({
    state: fc.constantFrom(...BUDGET_STATES.slice(1)),
    stoppedAt: fc.constant(null),
    until: instant(3 * DAY, 10 * DAY),
  }),
  limits: fc.record({
    from: fc.integer({ min: 0, max: 14 }),
    to: fc.integer({ min: 15, max: 24 }),
    aMonth: fc.integer({ min: 1, max: 9 }),
    restDays: fc.integer({ min: 0, max: 40 }),
  }),
  zone: fc.constantFrom("Europe/Paris", "America/Martinique", "Indian/Reunion", "Pacific/Noumea"),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

function factsOf(given: History): SendFacts {
  const { ledger, humanAgent, askedAt, sentAt, zone, limits, ...rest } = given;
  return facts({
    ...rest,
    permissions: foldLedger(ledger, given.at),
    reach: given.channel === "messenger" ? { ...REACH, humanAgent } : null,
    asked: { here: false, at: askedAt },
    offers: {
      sentAt: sentAt.filter((sent) => sent <= given.at),
      zone,
      alsaceMoselle: false,
      limits,
      suppressed: false,
    },
  });
}

/** Whether a purpose was given and not taken back or over, told apart from the fold: no order, only instants. */
function isGiven({ ledger, at }: History, purpose: Purpose): boolean {
  const of = (wanted: (one: LedgerEntry) => boolean) => ledger.filter((one) => one.purpose === purpose && wanted(one));
  const imports = ({ action, basis }: LedgerEntry) =>
    action === "imported" && purpose !== "offers" && basis === "consent";
  const grants = of((one) => ["granted", "refreshed"].includes(one.action) || imports(one));
  const last = Math.max(...grants.map((one) => one.at.getTime()));
  const taken = of(({ action, at: when }) => TAKES.includes(action) && when.getTime() >= last);
  const living = grants.filter((one) => one.at.getTime() === last && (!one.expiresAt || one.expiresAt > at));
  return living.length > 0 && taken.length === 0;
}

function mayAnswer(given: History): boolean {
  const { channel, at, lastContactAt, windowExpiresAt, unanswered, author, humanAgent } = given;
  const since = lastContactAt ? at.getTime() - lastContactAt.getTime() : Number.POSITIVE_INFINITY;
  if (channel === "web_chat") return unanswered || since < 7 * DAY || isGiven(given, "service");
  if (windowExpiresAt && at < windowExpiresAt) return true;
  return author === "member" && humanAgent && since < 7 * DAY && (unanswered || isGiven(given, "service"));
}

function isOpen({ channel, at, lastContactAt, windowExpiresAt, unanswered }: History): boolean {
  if (channel === "messenger") return windowExpiresAt !== null && at < windowExpiresAt;
  return unanswered || (lastContactAt !== null && at.getTime() - lastContactAt.getTime() < 7 * DAY);
}

function mayOffer(given: History): boolean {
  const { at, sentAt, zone, channel, ledger, reportedAt, budget, limits } = given;
  const within = (span: number) => sentAt.filter((sent) => sent <= at && at.getTime() - sent.getTime() < span).length;
  const there = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    hour: "2-digit",
    hourCycle: "h23",
  });
  const parts = new Map(there.formatToParts(at).map(({ type, value }) => [type, value]));
  const hour = Number(parts.get("hour"));
  const awake = parts.get("weekday") !== "Sun" && hour >= Math.max(8, limits.from) && hour < Math.min(20, limits.to);
  const { state } = budgetAt(budget, at);
  const room =
    within(7 * DAY) < 1 &&
    within(limits.restDays * DAY) < 1 &&
    within(30 * DAY) < (state === "slowed" ? 1 : Math.min(2, limits.aMonth));
  const since = (when: Date) => ledger.some((one) => one.purpose === "offers" && one.at > when);
  const reported = reportedAt !== null && at.getTime() - reportedAt.getTime() < 30 * DAY && !since(reportedAt);
  return (
    isGiven(given, "offers") &&
    state !== "stopped" &&
    !reported &&
    awake &&
    room &&
    (channel === "web_chat" || isOpen(given))
  );
}

function mayGo(given: History): boolean {
  if (given.message === "stop_confirmation")
    return given.author === "automation" && isOpen(given) && !PURPOSE_LIST.some((one) => isGiven(given, one));
  if (given.blocked) return false;
  if (given.message === "answer") return mayAnswer(given);
  if (given.message === "offer") return mayOffer(given);
  if (given.message === "receipt")
    return (
      (given.author === "member" && isOpen(given)) ||
      (isGiven(given, "order_updates") && given.channel === "web_chat") ||
      (isGiven(given, "order_updates") && isOpen(given))
    );
  const rested = given.askedAt === null || given.at.getTime() - given.askedAt.getTime() >= 30 * DAY;
  return rested && (isOpen(given) || (given.channel === "web_chat" && isGiven(given, "service")));
}

test("no message leaves without a permission or a window that allows it at the moment of sending", () => {
  fc.assert(
    fc.property(history, (given) => {
      if (decideSend(factsOf(given)).allowed) expect(mayGo(given)).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});

test("what shoppers reported holds back offers alone: whatever else may go, goes as if nobody had", () => {
  fc.assert(
    fc.property(history, (given) => {
      const told = factsOf(given);
      const decision = decideSend(told);
      const without = decideSend({ ...told, reportedAt: null, budget: GOOD_BUDGET });
      const { state, until } = budgetAt(given.budget, given.at);
      if (given.message !== "offer") expect(decision).toEqual(without);
      else if (!without.allowed) expect(decision.allowed).toBe(false);
      else if (state === "stopped") {
        expect(decision).toMatchObject({ key: "offers_stopped", params: { date: until?.toISOString() } });
        if (!decision.allowed) expect(decision.later?.getTime()).toBeGreaterThanOrEqual(until?.getTime() ?? 0);
      } else if (!decision.allowed) expect(decision.later).not.toBeNull();
    }),
    { numRuns: 5_000 },
  );
});

test("what is held back goes at the instant that was told, if nothing else changes until then", () => {
  fc.assert(
    fc.property(history, (given) => {
      const decision = decideSend(factsOf({ ...given, message: "offer", channel: "web_chat" }));
      if (decision.allowed || !decision.later) return;
      expect(decision.later.getTime()).toBeGreaterThan(given.at.getTime());
      const then = { ...factsOf({ ...given, message: "offer", channel: "web_chat" }), at: decision.later };
      expect(decideSend(then).allowed).toBe(true);
      const before = new Date(decision.later.getTime() - HOUR);
      if (before > given.at) expect(decideSend({ ...then, at: before }).allowed).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});
