import fc from "fast-check";
import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { orders, receipts } from "#db/schema/orders";
import { redeemConnect } from "#lib/connect/redeem-connect";
import { makeReference } from "#lib/connect/reference";
import { answerCard, makeThread } from "#lib/connect/visitor-fixture";
import { closeConversation } from "#lib/conversations/close-conversation";
import { receiveMessage } from "#lib/conversations/receive-message";
import { AppError } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { makePerson, makeShop } from "#lib/shops/shop-fixture";
import { runJob, takeJobs } from "#lib/worker/jobs-fixture";
import { pressContinue, startPopup } from "./belongings-fixture";
import { sampleOrder } from "./order-fixture";
import { sendReceipt } from "./send-receipt";
import { storeOrder } from "./store-order";

const VISITORS = 3;
const ORDERS = 4;
const COMMANDS = 90;
const AT_ONCE = 6;
/** What a busy machine may need; a quiet one takes two seconds. */
const PATIENCE_MS = 60_000;

const step = fc.record({
  what: fc.constantFrom("order", "order", "order", "receipt", "receipt", "receive", "card", "close", "connect", "work"),
  visitor: fc.nat(VISITORS - 1),
  order: fc.nat(ORDERS - 1),
  copy: fc.nat(9),
  proven: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

async function trial() {
  const { shop, owner } = await makeShop();
  const threads = await Promise.all(Array.from({ length: VISITORS }, () => makeThread(shop)));
  return { shop, owner, threads, ids: Array.from({ length: ORDERS }, () => newId()) };
}
type Trial = Awaited<ReturnType<typeof trial>>;

const ordersOf = (shopId: string) => inShop(shopId, (tx) => tx.select().from(orders));

async function take({ shop, owner, threads, ids }: Trial, { what, ...who }: Step): Promise<unknown> {
  const { visitor, conversationId } = threads[who.visitor] ?? (await makeThread(shop));
  if (what === "receive") return receiveMessage(visitor, { clientKey: newId(), body: "Bonjour" });
  if (what === "card") return answerCard(visitor, who.proven ? ["order_updates"] : []);
  if (what === "close") return closeConversation(owner, { conversationId });
  if (what === "work") return Promise.all((await takeJobs(shop.id)).map((job) => runJob(job.task, job.payload)));
  if (what === "connect") {
    const popup = await startPopup(visitor);
    const { code } = await pressContinue(await makePerson(), shop.slug, popup.request);
    return redeemConnect(visitor, { code, codeVerifier: popup.codeVerifier });
  }
  const id = ids[who.order] ?? newId();
  if (what === "receipt") {
    const order = (await ordersOf(shop.id)).find((one) => one.externalId === id);
    return order ? sendReceipt(owner, { conversationId, orderId: order.id, clientKey: newId() }) : null;
  }
  const customer = { name: "Amélie", visitor: who.proven ? makeReference(visitor) : null };
  const copy = sampleOrder({ id, total: who.copy, updatedAt: `2026-05-23T10:00:0${who.copy}Z`, customer });
  return storeOrder(shop.id, "storefront", copy);
}

/** Runs some commands at once. Only refusals may come of it; a deadlock or a broken constraint is thrown. */
async function together(the: Trial, steps: Step[]): Promise<void> {
  for (const outcome of await Promise.allSettled(steps.map((one) => take(the, one))))
    if (outcome.status === "rejected" && !(outcome.reason instanceof AppError)) throw outcome.reason;
}

it("orders, receipts, sign-ins and deliveries at once neither block one another for ever nor break a thread", {
  timeout: PATIENCE_MS,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: COMMANDS, maxLength: COMMANDS, size: "max" }), async (steps) => {
      const the = await trial();
      for (let at = 0; at < steps.length; at += AT_ONCE) await together(the, steps.slice(at, at + AT_ONCE));
      const [threads, lines, sent] = await inShop(the.shop.id, async (tx) => [
        await tx.select().from(conversations),
        await tx.select().from(messages).orderBy(messages.seq),
        await tx.select().from(receipts),
      ]);
      for (const { id, lastSeq } of threads) {
        const inside = lines.filter((line) => line.conversationId === id);
        expect(inside.map((line) => line.seq)).toEqual(Array.from({ length: lastSeq }, (_, index) => index + 1));
      }
      const stored = await ordersOf(the.shop.id);
      expect(new Set(stored.map((order) => order.externalId)).size).toBe(stored.length);
      for (const order of stored) {
        const placed = lines.filter(({ event }) => event?.type === "order_placed" && event.orderId === order.id);
        expect(placed).toHaveLength(order.contactId ? 1 : 0);
      }
      expect(new Set(sent.map((one) => `${one.conversationId} ${one.orderId}`)).size).toBe(sent.length);
    }),
    { numRuns: 1, endOnFailure: true },
  );
});
