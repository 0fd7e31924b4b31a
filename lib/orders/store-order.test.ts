import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { makeReference } from "#lib/connect/reference";
import { makeThread, makeVisitor, storedMessages } from "#lib/connect/visitor-fixture";
import { deliverMessage } from "#lib/conversations/deliver-message";
import { listVisitorMessages } from "#lib/conversations/load-thread";
import { now } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { type OrderInput, placeOrder, sampleOrder, storedOrder } from "./order-fixture";
import { sendReceipt } from "./send-receipt";
import { storeOrder } from "./store-order";

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}

const LILAS = { street1: "3 rue des Lilas", postalCode: "75011", city: "Paris", country: "FR" };

/** An order's life in four copies: made, sent on its way, changed, paid back. */
function lifeOf(given: Partial<OrderInput>, at: (copy: number) => string): OrderInput[] {
  const changes: Partial<OrderInput>[] = [
    {},
    { status: "shipped", url: "https://a.example/track" },
    { status: "delivered", total: 5_000, lines: [{ title: "Vase", quantity: 2, unitAmount: 2_500 }] },
    { status: "refunded", paid: false, note: "Remboursée", shipping: 490, shipTo: LILAS },
  ];
  const first = sampleOrder(given);
  return changes.map((change, copy) => ({ ...first, ...change, updatedAt: at(copy) }));
}

async function outcomeOf(shopId: string, externalId: string) {
  const stored = await storedOrder(shopId, externalId);
  if (!stored) return null;
  const { id: _, externalId: __, version: ___, createdAt: ____, lines, ...order } = stored;
  return { ...order, lines: lines.map(({ id: _, orderId: __, ...line }) => line) };
}

describe("WHI-06: the copies of one order, in any order of arrival", () => {
  it.each([
    ["with instants of their own", (copy: number) => `2026-05-23T10:00:0${copy}Z`],
    ["all of the same second", () => "2026-05-23T10:00:00Z"],
    ["in other time zones", (copy: number) => `2026-05-23T1${4 - copy}:00:0${copy}+0${4 - copy}:00`],
  ])("end alike, %s", async (_, at) => {
    const { shop } = await makeShop();
    const { visitor, conversationId } = await makeThread(shop);
    const outcomes = new Set<string>();
    for (const order of permutations([0, 1, 2, 3])) {
      const id = newId();
      const copies = lifeOf({ id }, at).map((copy, i) =>
        i === 0 ? { ...copy, customer: { ...copy.customer, visitor: makeReference(visitor) } } : copy,
      );
      for (const i of order) await storeOrder(shop.id, "storefront", copies[i] ?? sampleOrder());
      outcomes.add(JSON.stringify(await outcomeOf(shop.id, id)));
    }
    expect([...outcomes]).toHaveLength(1);
    expect(JSON.parse([...outcomes][0] ?? "")).toMatchObject({
      ...{ status: "refunded", contactId: visitor.contactId, shipping: 490 },
      shipTo: { ...LILAS, street2: null, region: "" },
    });
    const placed = (await storedMessages(shop.id, conversationId)).filter((one) => one.event?.type === "order_placed");
    expect(placed).toHaveLength(24);
  });

  it("end alike when they come at once", async () => {
    const { shop } = await makeShop();
    const { visitor, conversationId } = await makeThread(shop);
    const customer = { name: "Amélie Laurent", visitor: makeReference(visitor) };
    for (let round = 0; round < 5; round++) {
      const id = newId();
      const copies = lifeOf({ id, customer }, (copy) => `2026-05-23T10:00:0${copy}Z`);
      await Promise.all([...copies, ...copies].map((copy) => storeOrder(shop.id, "storefront", copy)));
      expect(await outcomeOf(shop.id, id)).toMatchObject({ status: "refunded", lines: [{ title: "Bouquet Corail" }] });
    }
    const stored = await storedMessages(shop.id, conversationId);
    expect(stored.filter((one) => one.event?.type === "order_placed")).toHaveLength(5);
    expect(stored.map((one) => one.seq)).toEqual(stored.map((_, index) => index + 1));
  });
});

describe("whose an order is", () => {
  it("joins a contact by a reference made in her chat, and by nothing else", async () => {
    const [{ shop }, other] = await Promise.all([makeShop(), makeShop()]);
    const visitor = await makeVisitor(shop);
    const good = makeReference(visitor);
    const [body = "", signature = ""] = good.split(".");
    const forged = Buffer.from([shop.id, visitor.identityId, now().getTime() + 1e6].join(".")).toString("base64url");
    const foreign = makeReference(await makeVisitor(other.shop));
    const references = [
      "",
      ".",
      body,
      `${body}.`,
      `${forged}.${signature}`,
      `${body}.${signature.slice(1)}`,
      foreign,
      "\u0000",
    ];
    for (const reference of [null, undefined, ...references]) {
      const order = sampleOrder({
        customer: { name: "Amélie Laurent", email: "amelie@example.com", visitor: reference },
      });
      await storeOrder(shop.id, "storefront", order);
      expect(await storedOrder(shop.id, order.id)).toMatchObject({ contactId: null });
    }
    const order = sampleOrder({ customer: { name: "Somebody Else", visitor: good } });
    await storeOrder(shop.id, "storefront", order);
    expect(await storedOrder(shop.id, order.id)).toMatchObject({ contactId: visitor.contactId });
  });

  it("stays the first contact's when a later copy names another", async () => {
    const { shop } = await makeShop();
    const [first, second] = [await makeVisitor(shop), await makeVisitor(shop)];
    const order = sampleOrder({ customer: { name: "A", visitor: makeReference(first) } });
    await storeOrder(shop.id, "storefront", order);
    const later = {
      ...order,
      updatedAt: "2026-05-24T10:00:00Z",
      customer: { name: "B", visitor: makeReference(second) },
    };
    await storeOrder(shop.id, "storefront", later);
    expect(await storedOrder(shop.id, order.id)).toMatchObject({ contactId: first.contactId, customerName: "B" });
  });
});

describe("a receipt", () => {
  it("is updated in place: its message grows a version and keeps its number", async () => {
    const { shop, owner } = await makeShop();
    const { visitor, conversationId } = await makeThread(shop);
    const id = newId();
    const orderId = await placeOrder(visitor, { id });
    const sent = await sendReceipt(owner, { conversationId, orderId, clientKey: newId() });
    await deliverMessage(shop.id, { conversationId, messageId: sent.id });
    const stored = () =>
      inShop(shop.id, (tx) =>
        tx
          .select()
          .from(messages)
          .where(and(eq(messages.shopId, shop.id), eq(messages.id, sent.id))),
      );
    const before = await stored();
    await storeOrder(shop.id, "storefront", sampleOrder({ id, status: "shipped", updatedAt: "2026-05-24T10:00:00Z" }));
    await storeOrder(
      shop.id,
      "storefront",
      sampleOrder({ id, status: "preparing", updatedAt: "2026-05-20T10:00:00Z" }),
    );
    const after = await stored();
    expect(after[0]?.version).toBe((before[0]?.version ?? 0) + 1);
    expect({ ...after[0], version: 0 }).toEqual({ ...before[0], version: 0 });
    const { messages: seen } = await listVisitorMessages(visitor, {});
    expect(seen.filter((one) => one.kind === "receipt")).toMatchObject([
      { id: sent.id, receipt: { status: "shipped" } },
    ]);
  });
});
