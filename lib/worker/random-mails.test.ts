import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { answerMails } from "#db/schema/identity";
import { writeStopToken } from "#lib/connect/answer-link";
import { signInChat } from "#lib/connect/connect-fixture";
import { mailAnswer } from "#lib/connect/mail-answer";
import { recordObjection } from "#lib/connect/record-objection";
import { stopAnswerMails } from "#lib/connect/stop-answer-mails";
import { answerCard, makeThread } from "#lib/connect/visitor-fixture";
import { PURPOSE_LIST } from "#lib/contacts/purposes";
import { markSeen } from "#lib/conversations/mark-read";
import { receiveMessage } from "#lib/conversations/receive-message";
import { sendMessage } from "#lib/conversations/send-message";
import { DAY, HOUR } from "#lib/core/clock";
import { AppError } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import type { Mail } from "#lib/mail/send-mail";
import { findSession } from "#lib/shops/find-session";
import { askCode } from "#lib/shops/mail-login-fixture";
import { makeShop } from "#lib/shops/shop-fixture";
import { signInByMail } from "#lib/shops/sign-in-by-mail";
import { runJobs } from "./jobs-fixture";
import { type Facts, look, mayAnswer, mayOffer, tuesday } from "./permitted-fixture";

const outbox = vi.hoisted(() => ({ sent: [] as Mail[] }));
vi.mock("#lib/mail/send-mail", () => ({ sendMail: async (one: Mail) => void outbox.sent.push(one) }));
afterEach(() => void vi.useRealTimers());

const step = fc.record({
  what: fc.constantFrom(
    ...(["writes", "stops", "allows", "objects", "sees", "stops mails"] as const),
    ...(["answer", "answer", "offer", "waits", "waits", "waits"] as const),
  ),
  hours: fc.constantFrom<number>(0.1, 1, 8, 30, 100, 200),
  purposes: fc.subarray([...PURPOSE_LIST], { minLength: 1 }),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
type The = Awaited<ReturnType<typeof scene>>;

/** A shopper who signed in with a code by mail and wrote. */
async function scene() {
  const { shop, owner } = await makeShop();
  const { visitor: anonymous, conversationId } = await makeThread(shop);
  const email = `a${newId()}@mail.example`;
  const { token } = await signInByMail(await askCode(email), { userAgent: null, replaces: undefined });
  const person = await findSession(token);
  if (!person) throw new Error("nobody signed in");
  const visitor = await signInChat(shop, anonymous, person);
  await runJobs(shop.id);
  const told: { at: number; seq: number }[] = [];
  return { shop, owner, visitor, conversationId, email, told, stopped: false, ended: false };
}

/** What was said that both sides see, in order. */
const said = ({ messages }: Facts) =>
  messages.filter(({ kind, delivery }) => kind !== "event" && (delivery === "sent" || delivery === "received"));

/** Whether she may be told by mail at this moment: source, permission.md and SPOOF-04. */
function mayTell(facts: Facts, { told, ended }: The): boolean {
  const lines = said(facts);
  const [answer, before] = [lines.at(-1), lines.at(-2)];
  const read = facts.conversation?.contactReadSeq ?? 0;
  if (ended || answer?.author !== "member" || answer.seq <= read) return false;
  const at = facts.at.getTime();
  if (told.some(({ seq }) => seq > read) || told.filter((one) => at - one.at < DAY).length >= 3) return false;
  const without = { ...facts, messages: facts.messages.filter(({ id }) => id !== answer.id) };
  if (answer.purpose === "offers") return mayOffer(without);
  return mayAnswer(facts) || (!facts.stopped && before?.author === "contact");
}

const count = { mails: 0, offers: 0 };

/** The worker's look at what she has not seen; whatever it mails is looked at. */
async function watch(the: The): Promise<void> {
  const { shop, conversationId, email } = the;
  const facts = await look(the);
  outbox.sent.splice(0);
  await mailAnswer({ shopId: shop.id, conversationId });
  for (const mail of outbox.sent) {
    const answer = said(facts).at(-1);
    expect(mayTell(facts, the), JSON.stringify({ at: facts.at, told: the.told, facts })).toBe(true);
    expect(mail.to).toBe(email);
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(/pivoine/);
    the.told.push({ at: facts.at.getTime(), seq: answer?.seq ?? 0 });
    count.mails += 1;
    if (answer?.purpose === "offers") count.offers += 1;
    await inShop(shop.id, (tx) =>
      tx.update(answerMails).set({ createdAt: facts.at }).where(eq(answerMails.id, mail.id)),
    );
  }
}

async function take(the: The, { what, hours, purposes }: Step): Promise<void> {
  const { visitor, owner, shop, conversationId } = the;
  if (what === "writes" || what === "stops") {
    await receiveMessage(visitor, { clientKey: newId(), body: what === "stops" ? "STOP" : "Et les pivoines ?" });
    the.stopped = what === "stops";
  }
  if (what === "allows") await answerCard(visitor, purposes);
  if (what === "objects")
    await recordObjection(owner, {
      ...{ contactId: visitor.contactId, purposes, way: "phone", said: "Plus rien." },
      heardOn: new Date().toISOString().slice(0, 10),
    });
  if (what === "sees") await markSeen(visitor, { deliveredSeq: 999, readSeq: 999 });
  if (what === "stops mails") {
    await stopAnswerMails({ token: writeStopToken(shop.id, visitor.contactId) });
    the.ended = true;
  }
  if (what === "answer" || what === "offer") {
    const purpose = what === "offer" ? ("offers" as const) : ("service" as const);
    await sendMessage(owner, { conversationId, clientKey: newId(), body: "La pivoine à 68 euros", purpose }).catch(
      (error: unknown) => {
        if (!(error instanceof AppError)) throw error;
      },
    );
  }
  await runJobs(shop.id);
  if (what !== "waits") return;
  vi.setSystemTime(new Date(Date.now() + hours * HOUR));
  await watch(the);
}

/** A history in which mails leave, so that the test would see it. */
const lively = (hours: number, ...whats: Step["what"][]): Step[] =>
  whats.map((what) => ({ what, hours, purposes: [...PURPOSE_LIST] }));

it("over any history, a mail tells of an answer only where it may be told of at that moment, and in no word of it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
      vi.useRealTimers();
      const the = await scene();
      vi.useFakeTimers({ toFake: ["Date"], now: tuesday() });
      for (const one of steps) await take(the, one);
    }),
    {
      ...{ numRuns: 6, endOnFailure: true },
      examples: [
        [lively(0.1, "allows", "answer", "waits", "waits", "sees", "offer", "waits", "writes", "answer", "waits")],
        [[...lively(200, "answer", "allows", "waits", "sees"), ...lively(0.1, "answer", "objects", "waits")]],
        [[...lively(0.1, "allows", "offer", "objects", "waits")]],
        [lively(0.1, "answer", "stops", "waits", "writes", "answer", "stops mails", "waits", "waits")],
      ],
    },
  );
  expect(count.mails, "mails did leave").toBeGreaterThan(0);
  expect(count.offers, "mails of offers did leave").toBeGreaterThan(0);
}, 90_000);
