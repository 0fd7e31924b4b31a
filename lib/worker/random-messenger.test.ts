import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { consentRecords } from "#db/schema/contacts";
import { conversations, messages } from "#db/schema/conversations";
import { messageTemplates } from "#db/schema/messenger";
import { orders } from "#db/schema/orders";
import { acceptedSend, fakeGraph, sentBodies } from "#lib/channels/messenger/fake-graph-fixture";
import {
  type MessengerThread,
  makeMessengerThread,
  passTime,
  send,
} from "#lib/channels/messenger/outbound/messenger-fixture";
import { act } from "#lib/connect/messenger-fixture";
import { PURPOSE_LIST, type Purpose } from "#lib/contacts/purposes";
import { sendMessage } from "#lib/conversations/send-message";
import { sendScheduled } from "#lib/conversations/send-scheduled";
import { receiveFromPlatform } from "#lib/conversations/store-from-platform";
import { DAY, HOUR } from "#lib/core/clock";
import { AppError } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { sampleOrder, storedOrder } from "#lib/orders/order-fixture";
import { sendReceipt } from "#lib/orders/send-receipt";
import { storeOrder } from "#lib/orders/store-order";

afterEach(() => void vi.useRealTimers());

const step = fc.record({
  what: fc.constantFrom(
    "writes",
    "allows",
    "takes back",
    "answer",
    "offer",
    "receipt",
    "later",
    "waits",
    "waits",
    "waits",
  ),
  hours: fc.constantFrom(1, 5, 20, 30, 60, 100, 170, 200),
  purposes: fc.subarray([...PURPOSE_LIST], { minLength: 1 }),
  offer: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
type Page = { login: boolean; humanAgent: boolean; template: boolean };
type The = MessengerThread & Page & { order: Order; orderId: string };
type Kind = "answer" | "offer" | "receipt";
type Order = ReturnType<typeof sampleOrder>;
type Facts = Awaited<ReturnType<typeof look>>;

/** What stands in the tables at this moment. */
async function look({ shopId, contactId, conversationId, identityId }: The) {
  return inShop(shopId, async (tx) => {
    const [conversation] = await tx.select().from(conversations).where(eq(conversations.id, conversationId));
    const [identity] = await tx.select().from(identities).where(eq(identities.id, identityId));
    const ledger = await tx.select().from(consentRecords).where(eq(consentRecords.contactId, contactId));
    const lines = await tx
      .select()
      .from(messages)
      .where(eq(messages.conversationId, conversationId))
      .orderBy(messages.seq);
    return { at: Date.now(), conversation, identity, ledger, lines };
  });
}

const records = ({ ledger }: Facts, purpose: Purpose, ...actions: string[]) =>
  ledger.filter((one) => one.purpose === purpose && actions.includes(one.action)).map(({ at }) => at.getTime());

const ended = (facts: Facts, purpose: Purpose) => records(facts, purpose, "withdrawn", "objected", "expired");

/** Whether a purpose was given and not taken back since, told apart from the fold: by instants alone. */
function isGiven(facts: Facts, purpose: Purpose): boolean {
  const last = Math.max(...records(facts, purpose, "granted"));
  return Number.isFinite(last) && !ended(facts, purpose).some((at) => at >= last);
}

/** The day and the hour, and the caps, at which an offer may go to France. */
function isOfferTime({ at, lines }: Facts): boolean {
  const parts = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone: "Europe/Paris", weekday: "short", hour: "2-digit", hourCycle: "h23" },
  }).formatToParts(at);
  const [hour, day] = [Number(parts.find(({ type }) => type === "hour")?.value), parts[0]?.value];
  const sent = lines.filter(({ purpose, delivery }) => purpose === "offers" && delivery === "sent");
  const within = (span: number) => sent.filter((one) => at - one.createdAt.getTime() < span).length;
  return day !== "Sun" && hour >= 8 && hour < 20 && within(7 * DAY) < 1 && within(30 * DAY) < 2;
}

/** How the platform may be told to take a message at this moment: source, permission.md and Messenger reference §0. */
function allowed(facts: Facts, the: The, kind: Kind): "free" | "tag" | "login" | "utility" | "no" {
  const { at, conversation, identity, lines } = facts;
  if (kind === "offer" && !(isGiven(facts, "offers") && isOfferTime(facts))) return "no";
  const wrote = conversation?.lastContactAt?.getTime() ?? null;
  if (the.login && wrote === null) {
    const opted = identity?.optedInAt?.getTime() ?? Number.NEGATIVE_INFINITY;
    const used = lines.some(({ author, delivery }) => author === "member" && delivery === "sent");
    const stopped = ended(facts, "service").some((one) => one >= opted) && !isGiven(facts, "service");
    return !used && !stopped && at - opted < DAY ? "login" : "no";
  }
  if (conversation?.windowExpiresAt && at < conversation.windowExpiresAt.getTime()) return "free";
  if (kind === "receipt") return the.template && isGiven(facts, "order_updates") ? "utility" : "no";
  const late = wrote !== null && at - wrote < 7 * DAY && the.humanAgent && kind === "answer";
  const last = lines.filter(({ kind, delivery }) => kind !== "event" && !["scheduled", "failed"].includes(delivery));
  return late && (last.at(-1)?.author === "contact" || isGiven(facts, "service")) ? "tag" : "no";
}

const count = { free: 0, tag: 0, login: 0, utility: 0, offers: 0, receipts: 0 };

type Body = ReturnType<typeof sentBodies>[number];

function kindOf({ message }: Body): Kind {
  if (message?.text === undefined) return "receipt";
  return String(message.text).startsWith("Offre") ? "offer" : "answer";
}

function wayOf(body: Body): "free" | "tag" | "login" | "utility" {
  if (String(body.messaging_type) === "UTILITY") return "utility";
  if ("tag" in body) return "tag";
  return body.recipient && "login_id" in body.recipient ? "login" : "free";
}

/** Does something that may let messages leave, and looks at each call of the platform. */
async function watch(the: The, run: () => Promise<unknown>): Promise<void> {
  const before = await look(the);
  fakeGraph.answers(acceptedSend);
  await run().catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
  await passTime(the);
  await send(the).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
  for (const body of sentBodies().filter(({ message }) => message !== undefined)) {
    const kind = kindOf(body);
    const [may, seen] = [allowed(before, the, kind), wayOf(body)];
    expect(seen, JSON.stringify({ may, body, at: new Date(before.at), before })).toBe(may);
    if (seen === "tag") expect(body).toMatchObject({ tag: "HUMAN_AGENT", messaging_type: "MESSAGE_TAG" });
    if (seen === "utility") expect(body).toMatchObject({ message: { template: { name: "order_news" } } });
    count[seen] += 1;
    if (kind === "offer") count.offers += 1;
    if (kind === "receipt") count.receipts += 1;
  }
}

/** An order of hers that has changed since its last receipt, and its receipt as a member sends it. */
async function sendNews(the: The): Promise<void> {
  const { shopId, owner, conversationId, orderId } = the;
  the.order = { ...the.order, note: newId(), updatedAt: new Date().toISOString() };
  await storeOrder(shopId, "storefront", the.order);
  await sendReceipt(owner, { conversationId, orderId, clientKey: newId() });
}

/** A shopper in Messenger who bought something, and what the Page may do. */
async function scene({ login, humanAgent, template }: Page): Promise<The> {
  const given = login ? { loginId: newId(), optedInAt: new Date(Date.now() - HOUR) } : {};
  const thread = await makeMessengerThread({ ...given, humanAgent });
  const { shopId, channelId, contactId } = thread;
  const order = sampleOrder({});
  await storeOrder(shopId, "storefront", order);
  const orderId = (await storedOrder(shopId, order.id))?.id ?? "";
  await inShop(shopId, async (tx) => {
    await tx.update(orders).set({ contactId }).where(eq(orders.id, orderId));
    const approved = { language: "fr", state: "approved", name: "order_news", body: "" } as const;
    if (template) await tx.insert(messageTemplates).values({ shopId, channelId, ...approved });
  });
  return { ...thread, order, orderId, login, humanAgent, template };
}

async function take(the: The, { what, hours, purposes, offer }: Step): Promise<void> {
  const { shopId, channelId, identityId, contactId, conversationId, owner } = the;
  const say = (isOffer: boolean, sendAt?: string) =>
    sendMessage(owner, {
      ...{ conversationId, clientKey: newId(), body: isOffer ? "Offre : des pivoines" : "Bonjour" },
      ...{ purpose: isOffer ? ("offers" as const) : ("service" as const), ...(sendAt ? { sendAt } : {}) },
    });
  const ahead = (by: number) => new Date(Date.now() + by * HOUR);
  if (what === "writes" && !the.login) {
    const incoming = {
      externalId: `m_${newId()}`,
      at: new Date(),
      body: "Bonjour",
      payload: null,
      replyTo: null,
      files: [],
    };
    await inShop(shopId, (tx) =>
      receiveFromPlatform(tx, { shopId, channelId, identityId, contactId }, incoming, "message"),
    );
  }
  if (what === "allows") for (const purpose of purposes) await act(shopId, contactId, "granted", purpose, 0);
  if (what === "takes back") for (const purpose of purposes) await act(shopId, contactId, "expired", purpose, 0);
  if (what === "answer" || what === "offer") await watch(the, () => say(what === "offer"));
  if (what === "receipt") await watch(the, () => sendNews(the));
  if (what === "later") await watch(the, () => say(offer, ahead(hours).toISOString()));
  if (what !== "waits") return;
  vi.setSystemTime(ahead(hours));
  const { lines } = await look(the);
  const due = lines.filter(
    ({ delivery, sendAt }) => delivery === "scheduled" && sendAt && sendAt.getTime() <= Date.now(),
  );
  for (const { id: messageId } of due) await watch(the, () => sendScheduled(shopId, { conversationId, messageId }));
}

/** A Tuesday to come, at eleven or noon in Paris: offers may go. */
function tuesday(): Date {
  const day = new Date(Date.now() + DAY);
  while (day.getUTCDay() !== 2) day.setTime(day.getTime() + DAY);
  day.setUTCHours(10, 0, 0, 0);
  return day;
}

/** A history in which something may leave each way, so that the test would see it. */
const lively = (...whats: Step["what"][]): Step[] =>
  whats.map((what) => ({ what, hours: 30, purposes: [...PURPOSE_LIST], offer: true }));

it("over any history in Messenger, nothing leaves but as the platform and she allow at that moment", async () => {
  const page = fc.record({ login: fc.boolean(), humanAgent: fc.boolean(), template: fc.boolean() });
  const history = fc.array(step, { minLength: 6, maxLength: 14, size: "max" });
  await fc.assert(
    fc.asyncProperty(history, page, async (steps, given) => {
      vi.useRealTimers();
      vi.useFakeTimers({ toFake: ["Date"], now: tuesday() });
      const the = await scene(given);
      for (const one of steps) await take(the, one);
    }),
    {
      ...{ numRuns: 6, endOnFailure: true },
      examples: [
        [
          lively("writes", "answer", "allows", "offer", "waits", "answer", "takes back", "waits", "answer"),
          { login: false, humanAgent: true, template: false },
        ],
        [lively("answer", "answer", "waits", "answer"), { login: true, humanAgent: false, template: false }],
        [
          lively("writes", "receipt", "allows", "waits", "receipt", "takes back", "receipt"),
          { login: false, humanAgent: true, template: true },
        ],
      ],
    },
  );
  for (const [way, n] of Object.entries(count)) expect(n, way).toBeGreaterThan(0);
}, 90_000);
