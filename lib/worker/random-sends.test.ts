import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { recordObjection } from "#lib/connect/record-objection";
import { stopOffers } from "#lib/connect/stop-offers";
import { answerCard, storedMessages } from "#lib/connect/visitor-fixture";
import { PURPOSE_LIST } from "#lib/contacts/purposes";
import { receiveMessage } from "#lib/conversations/receive-message";
import { sendScheduled } from "#lib/conversations/send-scheduled";
import { HOUR } from "#lib/core/clock";
import { AppError } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { runJobs } from "./jobs-fixture";
import { look, mayAnswer, mayOffer, tuesday } from "./permitted-fixture";
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
