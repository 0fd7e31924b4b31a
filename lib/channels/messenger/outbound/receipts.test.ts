import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop, outsideShops } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { messageTemplates } from "#db/schema/messenger";
import { orders } from "#db/schema/orders";
import { persons } from "#db/schema/persons";
import { recordAnswer } from "#lib/contacts/record-permissions";
import { sumsOf } from "#lib/conversations/receipt-sums";
import { MINUTE } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { listOrdersOfContact } from "#lib/orders/list-orders-of-contact";
import { sampleOrder, storedOrder } from "#lib/orders/order-fixture";
import { sendReceipt } from "#lib/orders/send-receipt";
import { storeOrder } from "#lib/orders/store-order";
import { fakeGraph, graphRefusal } from "../fake-graph-fixture";
import { type MessengerThread, makeMessengerThread, say, send, sentIn } from "./messenger-fixture";
import { type ReceiptSource, receiptTemplate } from "./receipt-template";

const accepted = () => ({ body: { recipient_id: "1", message_id: `m_${newId()}` } });
const bodies = () => fakeGraph.requests.map(({ body }) => body);
const words = { paid: "Payé", notPaid: "À payer" };

async function bought() {
  const thread = await makeMessengerThread();
  const lines = [
    { title: "Bouquet Corail", quantity: 2, unitAmount: 2_500, imageUrl: "https://shop.example/corail.jpg" },
    { title: "Livraison", quantity: 1, unitAmount: 495 },
  ];
  const order = sampleOrder({ number: "#1042", total: 5_495, lines, url: "https://shop.example/orders/1042" });
  await storeOrder(thread.shopId, "storefront", order);
  const orderId = (await storedOrder(thread.shopId, order.id))?.id ?? "";
  await inShop(thread.shopId, (tx) =>
    tx.update(orders).set({ contactId: thread.contactId }).where(eq(orders.id, orderId)),
  );
  return { ...thread, orderId, order };
}
type Bought = Awaited<ReturnType<typeof bought>>;

const receipt = ({ owner, conversationId, orderId }: Bought) =>
  sendReceipt(owner, { conversationId, orderId, clientKey: newId() });
const closeWindow = ({ shopId, conversationId }: MessengerThread) =>
  inShop(shopId, (tx) =>
    tx
      .update(conversations)
      .set({ windowExpiresAt: new Date(Date.now() - MINUTE) })
      .where(eq(conversations.id, conversationId)),
  );

describe("a receipt in Messenger", () => {
  it("is the platform's own card: totals of lines, seconds as text, amounts as decimals", async () => {
    const the = await bought();
    await receipt(the);
    fakeGraph.answers(accepted);
    await send(the);
    expect(bodies()).toMatchObject([
      {
        messaging_type: "RESPONSE",
        message: {
          attachment: {
            type: "template",
            payload: {
              template_type: "receipt",
              recipient_name: "Amélie Laurent",
              merchant_name: "Maison Pivoine",
              order_number: "1042",
              currency: "EUR",
              payment_method: "Payée",
              order_url: "https://shop.example/orders/1042",
              timestamp: "1779530400",
              elements: [
                { title: "Bouquet Corail", quantity: 2, price: 50, image_url: "https://shop.example/corail.jpg" },
                { title: "Livraison", quantity: 1, price: 4.95 },
              ],
              summary: { subtotal: 54.95, total_cost: 54.95 },
            },
          },
        },
      },
    ]);
  });

  it("is sent once while the order stays, and again under a number of its own when it changed", async () => {
    const the = await bought();
    const first = await receipt(the);
    fakeGraph.answers(accepted);
    await send(the);
    expect((await receipt(the)).id).toBe(first.id);
    const inThread = async () => (await listOrdersOfContact(the.owner, the))[0]?.receiptIn;
    expect(await inThread()).toEqual([the.conversationId]);
    const shipped = { ...the.order, status: "shipped" as const, updatedAt: "2026-05-24T10:00:00Z" };
    await storeOrder(the.shopId, "storefront", shipped);
    expect(await inThread()).toEqual([]);
    const second = await receipt(the);
    expect(second.id).not.toBe(first.id);
    expect((await receipt(the)).id).toBe(second.id);
    await send(the);
    expect(bodies()[1]).toMatchObject({ message: { attachment: { payload: { order_number: "1042-r2" } } } });
    expect(await inThread()).toEqual([the.conversationId]);
  });

  it("goes after the window by the approved template only, in her language", async () => {
    const the = await bought();
    await inShop(the.shopId, (tx) =>
      tx.insert(messageTemplates).values(
        (["en", "fr"] as const).map((language) => ({
          ...{ shopId: the.shopId, channelId: the.channelId, name: "order_news", body: "", language },
          state: "approved" as const,
        })),
      ),
    );
    await receipt(the);
    await closeWindow(the);
    fakeGraph.answers(accepted);
    await send(the);
    expect(bodies()).toEqual([]);
    expect(await sentIn(the)).toMatchObject([{ delivery: "failed", problem: { key: "not_allowed_now" } }]);

    const allowed = await bought();
    await allow(allowed);
    await expect(closeWindow(allowed).then(() => receipt(allowed))).rejects.toMatchObject({ key: "window_closed" });
    await inShop(allowed.shopId, (tx) =>
      tx.insert(messageTemplates).values({
        ...{ shopId: allowed.shopId, channelId: allowed.channelId, name: "order_news", body: "", language: "fr" },
        state: "approved",
      }),
    );
    await receipt(allowed);
    await send(allowed);
    expect(bodies()).toMatchObject([
      {
        messaging_type: "UTILITY",
        message: {
          template: {
            name: "order_news",
            language: { code: "fr" },
            components: [
              {
                type: "body",
                parameters: ["Amélie", "#1042", "Maison Pivoine", "elle est en préparation"].map((text) => ({
                  type: "text",
                  text,
                })),
              },
            ],
          },
        },
      },
    ]);
  });

  it("gives a subtotal only where the lines sum up to the total, and yen without decimals", () => {
    const source: ReceiptSource = {
      order: {
        ...{ orderId: newId(), number: "7", status: "preparing", paid: false, currency: "JPY", total: 900, version: 1 },
        ...{
          note: null,
          url: "javascript:alert(1)",
          placedAt: new Date(0),
          sums: [],
          paymentMethod: null,
          shipTo: null,
        },
        lines: [{ title: "Fleur", quantity: 2, unitAmount: 400, imageUrl: null }],
      },
      ...{ customerName: "A", shopName: "B", words, revision: 3 },
    };
    const made = receiptTemplate(source);
    expect(made).toMatchObject({ order_number: "7-r3", payment_method: "À payer", summary: { total_cost: 900 } });
    expect(made.summary).not.toHaveProperty("subtotal");
    expect(made).not.toHaveProperty("order_url");
  });
});

describe("a receipt in Messenger of an order that says more", () => {
  const base: ReceiptSource["order"] = {
    ...{ orderId: newId(), number: "#7", status: "preparing", paid: true, currency: "EUR", version: 1, note: null },
    ...{ url: null, placedAt: new Date(0), total: 5_614, paymentMethod: "Visa 2345", shipTo: null },
    lines: [{ title: "Fleur", quantity: 2, unitAmount: 3_750, imageUrl: null }],
    sums: [],
  };
  const made = (given: Partial<ReceiptSource["order"]>) =>
    receiptTemplate({ order: { ...base, ...given }, ...{ customerName: "A", shopName: "B", words, revision: 1 } });
  const priced = (given: Partial<Parameters<typeof sumsOf>[0]>) => {
    const order = { ...{ total: base.total, lines: base.lines, shipping: null, tax: null, discounts: [] }, ...given };
    return made({ total: order.total, sums: sumsOf(order) });
  };
  const discounts = [
    { name: "New customer", amount: 2_000 },
    { name: "Ten off", amount: 1_000 },
  ];

  it("adds up as the platform's own example does", () => {
    const example = priced({ shipping: 495, tax: 619, discounts });
    expect(example).toMatchObject({
      summary: { subtotal: 75, shipping_cost: 4.95, total_tax: 6.19, total_cost: 56.14 },
      adjustments: [
        { name: "New customer", amount: 20 },
        { name: "Ten off", amount: 10 },
      ],
    });
  });

  it("takes a tax that prices hold out of the subtotal, so that it adds up too", () => {
    expect(priced({ total: 4_995, shipping: 495, tax: 454, discounts }).summary).toEqual({
      ...{ subtotal: 70.46, shipping_cost: 4.95, total_tax: 4.54, total_cost: 49.95 },
    });
  });

  it("leaves the subtotal out where it would lead to another total", () => {
    expect(priced({ total: 5_000, shipping: 495, tax: 619, discounts }).summary).toEqual({
      ...{ shipping_cost: 4.95, total_tax: 6.19, total_cost: 50 },
    });
  });

  it("says where it goes, and how it is paid or to be paid", () => {
    const shipTo = { street1: "3 rue des Lilas", street2: null, postalCode: "75011", city: "Paris" };
    expect(made({ shipTo: { ...shipTo, region: "", country: "FR" } })).toMatchObject({
      payment_method: "Visa 2345",
      address: { street_1: "3 rue des Lilas", postal_code: "75011", city: "Paris", state: "", country: "FR" },
    });
    expect(made({ paid: false }).payment_method).toBe("Visa 2345 · À payer");
    expect(made({})).not.toHaveProperty("address");
  });
});

describe("a member's own name and picture", () => {
  const picture = ({ owner }: MessengerThread, image: string) =>
    outsideShops((tx) => tx.update(persons).set({ image }).where(eq(persons.id, owner.personId)));

  it("is made anew when her picture has changed, and the one before goes on while the platform is away", async () => {
    const the = await makeMessengerThread();
    let made = 0;
    let away = false;
    fakeGraph.answers(({ path }) => {
      if (!path.endsWith("/personas")) return accepted();
      return away ? graphRefusal(2) : { body: { id: String(40 + ++made) } };
    });
    const used = async (body: string) => {
      fakeGraph.requests.length = 0;
      await say(the, body);
      await send(the);
      return bodies().at(-1);
    };
    await picture(the, "https://a.example/lea.jpg");
    expect(await used("Un")).toMatchObject({ persona_id: "41" });
    away = true;
    await picture(the, "https://a.example/lea-2.jpg");
    expect(await used("Deux")).toMatchObject({ persona_id: "41" });
    away = false;
    expect(await used("Trois")).toMatchObject({ persona_id: "42" });
    expect(await used("Quatre")).toMatchObject({ persona_id: "42" });
    expect(made).toBe(2);
  });

  it("is made on first use, kept, and given up when the platform does not take it", async () => {
    const the = await makeMessengerThread();
    await picture(the, "https://a.example/lea.jpg");
    fakeGraph.answers(({ path }) => (path.endsWith("/personas") ? { body: { id: "31" } } : accepted()));
    for (const body of ["Un", "Deux"]) await say(the, body);
    await send(the);
    expect(fakeGraph.requests.map(({ path }) => path.split("/")[1])).toEqual(["personas", "messages", "messages"]);
    expect(bodies()).toMatchObject([
      { name: "Léa", profile_picture_url: "https://a.example/lea.jpg" },
      { persona_id: "31" },
      { persona_id: "31" },
    ]);
    fakeGraph.answers(({ body }) => (JSON.stringify(body).includes("persona_id") ? graphRefusal(100) : accepted()));
    for (const body of ["Trois", "Quatre"]) await say(the, body);
    await send(the);
    expect(bodies().map((body) => JSON.stringify(body).includes("persona_id"))).toEqual([true, false, false]);
    expect((await sentIn(the)).map((message) => message.delivery)).toEqual(["sent", "sent", "sent", "sent"]);
  });
});

async function allow({ shopId, contactId }: MessengerThread): Promise<void> {
  await inShop(shopId, async (tx) => {
    await recordAnswer(tx, shopId, {
      ...{ contactId, allow: ["order_updates"], shown: ["order_updates"], act: "chat_card", locale: "fr" },
      ...{ source: "https://a.example", proof: {} },
    });
    await tx.update(contacts).set({ locale: "fr" }).where(eq(contacts.id, contactId));
  });
}
