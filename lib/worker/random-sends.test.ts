import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { consentRecords } from "#db/schema/contacts";
import { recordObjection } from "#lib/connect/record-objection";
import { stopOffers } from "#lib/connect/stop-offers";
import { answerCard, storedConversations, storedMessages } from "#lib/connect/visitor-fixture";
import { PURPOSE_LIST, type Purpose } from "#lib/contacts/purposes";
import { receiveMessage } from "#lib/conversations/receive-message";
import { sendScheduled } from "#lib/conversations/send-scheduled";
import { DAY, HOUR } from "#lib/core/clock";
import { AppError } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { runJobs } from "./jobs-fixture";
import { thread } from "./scheduled-fixture";

afterEach(() => void vi.useRealTimers());

const step = fc.record({
  what: fc.constantFrom(
    "writes",
    "stops",
    "allows",
    "objects",
    "presses stop",
    "answer",
    "offer",
    "later",
    "waits",
    "waits",
  ),
  hours: fc.integer({ min: 1, max: 12 * 24 }),
  purposes: fc.subarray([...PURPOSE_LIST], { minLength: 1 }),
  offer: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

type The = Awaited<ReturnType<typeof thread>> & { stopped: boolean };
type Facts = Awaited<ReturnType<typeof look>>;

/**
 * What stands in the tables at this moment, with the instants that the database's own clock gave, which stands still
 * here.
 */
async function look({ shop, visitor, conversationId, stopped }: The) {
  const [conversation] = await storedConversations(visitor);
  const ledger = await inShop(shop.id, (tx) =>
    tx.select().from(consentRecords).where(eq(consentRecords.contactId, visitor.contactId)),
  );
  const messages = await storedMessages(shop.id, conversationId);
  return { at: new Date(), conversation, ledger, messages, stopped };
}

/** Whether a purpose was given and neither taken back nor over, told apart from the fold: by instants alone. */
function isGiven({ ledger, at }: Facts, purpose: Purpose): boolean {
  const of = (...actions: string[]) => ledger.filter((one) => one.purpose === purpose && actions.includes(one.action));
  const grants = of("granted", "refreshed");
  const last = Math.max(...grants.map((one) => one.at.getTime()));
  const lives = grants.some((one) => one.at.getTime() === last && (!one.expiresAt || one.expiresAt > at));
  return lives && !of("withdrawn", "objected", "expired").some((one) => one.at.getTime() >= last);
}

/** Whether she waits for an answer: she wrote, and nobody since but what has not gone yet. */
function isWaiting({ messages }: Facts): boolean {
  const last = messages.filter(
    ({ kind, delivery }) => kind !== "event" && delivery !== "scheduled" && delivery !== "failed",
  );
  return last.at(-1)?.author === "contact";
}

function mayAnswer(facts: Facts): boolean {
  const { conversation, at, stopped } = facts;
  const since = at.getTime() - (conversation?.lastContactAt?.getTime() ?? 0);
  return isGiven(facts, "service") || (!stopped && (isWaiting(facts) || since < 7 * DAY));
}

function mayOffer(facts: Facts): boolean {
  const { at, messages } = facts;
  const there = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Paris",
    weekday: "short",
    hour: "2-digit",
    hourCycle: "h23",
  });
  const parts = new Map(there.formatToParts(at).map(({ type, value }) => [type, value]));
  const hour = Number(parts.get("hour"));
  const sent = messages.filter(({ purpose, delivery }) => purpose === "offers" && delivery === "sent");
  const within = (span: number) => sent.filter(({ createdAt }) => at.getTime() - createdAt.getTime() < span).length;
  return (
    isGiven(facts, "offers") &&
    parts.get("weekday") !== "Sun" &&
    hour >= 8 &&
    hour < 20 &&
    within(7 * DAY) < 1 &&
    within(30 * DAY) < 2
  );
}

/** Does something that may let messages leave, and looks at each that did. */
async function watch(the: The, act: () => Promise<unknown>): Promise<void> {
  const before = await look(the);
  await act().catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
  await runJobs(the.shop.id);
  const gone = new Set(before.messages.filter(({ delivery }) => delivery === "sent").map(({ id }) => id));
  const left = (await look(the)).messages.filter(
    ({ id, author, delivery }) => author === "member" && delivery === "sent" && !gone.has(id),
  );
  for (const message of left) {
    const isOffer = message.purpose === "offers";
    const why = JSON.stringify({ at: before.at, purpose: message.purpose, decision: message.decision });
    expect(isOffer ? mayOffer(before) : mayAnswer(before), why).toBe(true);
    count[isOffer ? "offers" : "answers"] += 1;
  }
}

const count = { answers: 0, offers: 0 };

async function take(the: The, { what, hours, purposes, offer }: Step): Promise<void> {
  const { visitor, owner, shop, conversationId } = the;
  const purpose = offer ? ("offers" as const) : ("service" as const);
  const ahead = (by: number) => new Date(Date.now() + by * HOUR);
  if (what === "writes") {
    await receiveMessage(visitor, { clientKey: newId(), body: "Et les pivoines ?" });
    the.stopped = false;
  }
  if (what === "stops") {
    await receiveMessage(visitor, { clientKey: newId(), body: "STOP" });
    the.stopped = true;
  }
  if (what === "allows") await answerCard(visitor, purposes);
  if (what === "objects")
    await recordObjection(owner, {
      ...{ contactId: visitor.contactId, purposes, way: "phone", said: "Plus rien." },
      heardOn: new Date().toISOString().slice(0, 10),
    });
  if (what === "presses stop") await stopOffers(visitor, { locale: "fr", source: "https://a.example" });
  if (what === "answer" || what === "offer")
    return watch(the, () => the.write({ purpose: what === "offer" ? "offers" : "service" }));
  if (what === "later") return watch(the, () => the.write({ purpose, sendAt: ahead(hours).toISOString() }));
  await runJobs(shop.id);
  if (what !== "waits") return;
  vi.setSystemTime(ahead(hours));
  const due = (await storedMessages(shop.id, conversationId)).filter(
    ({ delivery, sendAt }) => delivery === "scheduled" && sendAt !== null && sendAt.getTime() <= Date.now(),
  );
  for (const { id } of due) await watch(the, () => sendScheduled(shop.id, { conversationId, messageId: id }));
}

/** A Tuesday to come, at eleven or noon in Paris: offers may go. */
function tuesday(): Date {
  const day = new Date(Date.now() + DAY);
  while (day.getUTCDay() !== 2) day.setTime(day.getTime() + DAY);
  day.setUTCHours(10, 0, 0, 0);
  return day;
}

/** A history in which something may leave, so that the test would see it. */
const LIVELY: Step[] = (
  ["allows", "offer", "answer", "waits", "later", "objects", "offer", "stops", "answer"] as const
).map((what) => ({ what, hours: 240, purposes: [...PURPOSE_LIST], offer: true }));

it("over any history of what she allows, takes back and writes, nothing leaves that may not at that moment", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
      vi.useRealTimers();
      const the: The = { ...(await thread([])), stopped: false };
      vi.useFakeTimers({ toFake: ["Date"], now: tuesday() });
      for (const one of steps) await take(the, one);
    }),
    { numRuns: 6, endOnFailure: true, examples: [[LIVELY]] },
  );
  expect(count.answers, "answers did leave").toBeGreaterThan(0);
  expect(count.offers, "offers did leave").toBeGreaterThan(0);
}, 90_000);
