import { eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { consentRecords } from "#db/schema/contacts";
import { storedConversations, storedMessages, type TestVisitor } from "#lib/connect/visitor-fixture";
import type { Purpose } from "#lib/contacts/purposes";
import { DAY } from "#lib/core/clock";

/** A web chat that is looked at from outside the rule; `stopped`: she wrote STOP, and nothing since. */
export type Watched = { shop: { id: string }; visitor: TestVisitor; conversationId: string; stopped: boolean };
export type Facts = Awaited<ReturnType<typeof look>>;

/**
 * What stands in the tables at this moment, with the instants that the database's own clock gave, which stands still
 * here.
 */
export async function look({ shop, visitor, conversationId, stopped }: Watched) {
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

/** Whether an answer may go to her at this moment. */
export function mayAnswer(facts: Facts): boolean {
  const { conversation, at, stopped } = facts;
  const since = at.getTime() - (conversation?.lastContactAt?.getTime() ?? 0);
  return isGiven(facts, "service") || (!stopped && (isWaiting(facts) || since < 7 * DAY));
}

/** Whether an offer may: the day, the hour and the caps of France too. */
export function mayOffer(facts: Facts): boolean {
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

/** A Tuesday to come, at eleven or noon in Paris: offers may go. */
export function tuesday(): Date {
  const day = new Date(Date.now() + DAY);
  while (day.getUTCDay() !== 2) day.setTime(day.getTime() + DAY);
  day.setUTCHours(10, 0, 0, 0);
  return day;
}
