import { and, eq, ne } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { messages } from "#db/schema/conversations";
import { messengerPages } from "#db/schema/messenger";
import { orders } from "#db/schema/orders";
import { fakeGraph } from "#lib/channels/messenger/fake-graph-fixture";
import {
  type MessengerThread,
  makeMessengerThread,
  say,
  send,
  setThread,
} from "#lib/channels/messenger/outbound/messenger-fixture";
import { setReceiptFirst } from "#lib/channels/messenger/pages/switch-page";
import { HOUR } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { runJobs } from "#lib/worker/jobs-fixture";
import { deliver, makeConnection } from "./hook-fixture";
import { type OrderInput, sampleOrder, storedOrder } from "./order-fixture";
import { sendFirstReceipt } from "./send-first-receipt";
import { storeOrder } from "./store-order";

let last = 7_000_000_000_000;
const ago = (ms: number) => new Date(Date.now() - ms);

/** Somebody who opted in an hour ago at the login of a shop whose Page sends receipts first. */
async function invited(optedInAt = ago(HOUR)) {
  const loginId = String(++last);
  const thread = await makeMessengerThread({ loginId, optedInAt });
  await inShop(thread.shopId, (tx) =>
    tx.update(messengerPages).set({ loginConnect: true }).where(eq(messengerPages.channelId, thread.channelId)),
  );
  await setReceiptFirst(thread.owner, { channelId: thread.channelId, on: true });
  return { ...thread, loginId };
}
type Invited = Awaited<ReturnType<typeof invited>>;

async function buys({ shopId, loginId }: Invited, given: Partial<OrderInput> = {}): Promise<string> {
  const at = new Date().toISOString();
  const order = sampleOrder({ customer: { name: "Amélie Laurent", loginId }, placedAt: at, updatedAt: at, ...given });
  await storeOrder(shopId, "storefront", order);
  return (await storedOrder(shopId, order.id))?.id ?? "";
}

const outgoing = ({ shopId, conversationId }: MessengerThread) =>
  inShop(shopId, (tx) =>
    tx
      .select()
      .from(messages)
      .where(and(eq(messages.conversationId, conversationId), ne(messages.kind, "event")))
      .orderBy(messages.seq),
  );

beforeEach(() => fakeGraph.answers(() => ({ body: { message_id: `m_${newId()}` } })));

describe("the receipt of an order, as the one first message", () => {
  it("goes to her login id, once, however often the order is told", async () => {
    const the = await invited();
    const orderId = await buys(the, { number: "#1100" });
    await Promise.all([1, 2, 3].map(() => sendFirstReceipt(the.shopId, { orderId })));
    await send(the);
    expect(fakeGraph.requests.map(({ body }) => body)).toMatchObject([
      {
        recipient: { login_id: the.loginId },
        message: { attachment: { payload: { template_type: "receipt", order_number: "1100" } } },
      },
    ]);
    await sendFirstReceipt(the.shopId, { orderId });
    await sendFirstReceipt(the.shopId, { orderId: await buys(the) });
    expect(await outgoing(the)).toMatchObject([{ kind: "receipt", author: "app", delivery: "sent" }]);
    await expect(say(the)).rejects.toMatchObject({ key: "first_message_used" });
  });

  it("goes by itself when the storefront posts the order, told twice and then changed", async () => {
    const the = await invited();
    const connection = await makeConnection(the.owner);
    const at = new Date().toISOString();
    const order = sampleOrder({ customer: { name: "Amélie", loginId: the.loginId }, placedAt: at, updatedAt: at });
    for (const event of ["order.created", "order.created"]) await deliver(connection, { event, order });
    await runJobs(the.shopId);
    const shipped = { ...order, status: "shipped", updatedAt: new Date(Date.parse(at) + 1_000).toISOString() };
    await deliver(connection, { event: "order.updated", order: shipped });
    await runJobs(the.shopId);
    const sent = fakeGraph.requests.filter(({ path }) => path.endsWith("/messages"));
    expect(sent.map(({ body }) => body)).toMatchObject([{ recipient: { login_id: the.loginId } }]);
  });

  it("is not sent beside a message by hand, whether that went, waits or is held back", async () => {
    const [went, waits, held] = [await invited(), await invited(), await invited()];
    await say(went);
    await send(went);
    await say(waits);
    const { id } = await say(held);
    const soon = { delivery: "scheduled" as const, sendAt: new Date(Date.now() + HOUR) };
    await inShop(held.shopId, (tx) => tx.update(messages).set(soon).where(eq(messages.id, id)));
    for (const the of [went, waits, held]) {
      await sendFirstReceipt(the.shopId, { orderId: await buys(the) });
      expect((await outgoing(the)).map(({ kind }) => kind)).toEqual(["text"]);
    }
  });

  it("is of an order under her own login alone: one that joined her by the browser, or by hand, may be another's", async () => {
    const the = await invited();
    const order = sampleOrder({ placedAt: new Date().toISOString() });
    await storeOrder(the.shopId, "storefront", order);
    const orderId = (await storedOrder(the.shopId, order.id))?.id ?? "";
    const join = (loginId: string | null) =>
      inShop(the.shopId, (tx) =>
        tx.update(orders).set({ contactId: the.contactId, loginId }).where(eq(orders.id, orderId)),
      );
    for (const loginId of [null, "7999999999999"]) {
      await join(loginId);
      await sendFirstReceipt(the.shopId, { orderId });
    }
    expect(await outgoing(the)).toEqual([]);
    await join(the.loginId);
    await sendFirstReceipt(the.shopId, { orderId });
    expect(await outgoing(the)).toHaveLength(1);
  });

  it("is not tried again when it failed", async () => {
    const the = await invited();
    const orderId = await buys(the);
    await sendFirstReceipt(the.shopId, { orderId });
    await inShop(the.shopId, (tx) =>
      tx.update(messages).set({ delivery: "failed" }).where(eq(messages.conversationId, the.conversationId)),
    );
    await sendFirstReceipt(the.shopId, { orderId });
    expect(await outgoing(the)).toHaveLength(1);
  });

  it.each<[string, (the: Invited) => Promise<unknown>]>([
    ["the shop did not choose it", (the) => setReceiptFirst(the.owner, { channelId: the.channelId, on: false })],
    [
      "Login Connect is off",
      ({ shopId, channelId }) =>
        inShop(shopId, (tx) =>
          tx.update(messengerPages).set({ loginConnect: false }).where(eq(messengerPages.channelId, channelId)),
        ),
    ],
    [
      "she wrote, so that she is answered instead",
      async (the) => {
        await inShop(the.shopId, (tx) =>
          tx.update(identities).set({ externalId: the.psid }).where(eq(identities.id, the.identityId)),
        );
        await setThread(the, { lastContactAt: ago(HOUR), windowExpiresAt: new Date(Date.now() + HOUR) });
      },
    ],
  ])("is not sent where %s", async (_, change) => {
    const the = await invited();
    await change(the);
    await sendFirstReceipt(the.shopId, { orderId: await buys(the) });
    expect((await outgoing(the)).filter(({ kind }) => kind === "receipt")).toEqual([]);
  });

  it("is not sent a day after the opt-in, nor of an old order, one called off or one of another shop", async () => {
    const late = await invited(ago(25 * HOUR));
    await sendFirstReceipt(late.shopId, { orderId: await buys(late) });
    const the = await invited();
    await sendFirstReceipt(the.shopId, { orderId: await buys(the, { placedAt: ago(25 * HOUR).toISOString() }) });
    await sendFirstReceipt(the.shopId, { orderId: await buys(the, { status: "cancelled" }) });
    await sendFirstReceipt(late.shopId, { orderId: await buys(the) });
    expect([await outgoing(late), await outgoing(the)]).toEqual([[], []]);
  });
});
