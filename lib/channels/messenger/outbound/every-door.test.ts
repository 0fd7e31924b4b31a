import { readdirSync, readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { messages } from "#db/schema/conversations";
import { messengerPages } from "#db/schema/messenger";
import { orders } from "#db/schema/orders";
import { makeThread } from "#lib/connect/visitor-fixture";
import { lockConversation } from "#lib/conversations/access";
import { confirmStop } from "#lib/conversations/confirm-stop";
import { deliverMessage } from "#lib/conversations/deliver-message";
import { reactAsMember } from "#lib/conversations/react-as-member";
import { readMessages } from "#lib/conversations/read-messages";
import { retryMessage } from "#lib/conversations/retry-message";
import { sendMessage } from "#lib/conversations/send-message";
import { sendScheduled } from "#lib/conversations/send-scheduled";
import { MINUTE } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { sampleOrder, storedOrder } from "#lib/orders/order-fixture";
import { sendFirstReceipt } from "#lib/orders/send-first-receipt";
import { sendReceipt } from "#lib/orders/send-receipt";
import { storeOrder } from "#lib/orders/store-order";
import { readShop } from "#lib/shops/load-shop";
import { makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { fakeGraph } from "../fake-graph-fixture";
import { makeMessengerThread, setThread } from "./messenger-fixture";
import { sendQueued } from "./send-queued";
import { sendTemplate } from "./send-template";
import type { Template } from "./template-shapes";

const BUTTONS: Template = {
  template_type: "button",
  text: "Laquelle ?",
  buttons: [{ type: "postback", title: "La rose", payload: "rose" }],
};

type Place = { owner: TestMember; shopId: string; contactId: string; conversationId: string; orderId: string };
type Ids = { messageId: string };

/**
 * Every way by which something goes to a shopper, by its file. A door that asks is one at which she can be refused: when
 * the question is taken out of one, its case fails. A file that queues or sends and is not here fails the last test.
 */
const DOORS: Record<string, (place: Place, ids: Ids) => Promise<unknown>> = {
  "conversations/send-message.ts": ({ owner, conversationId }) =>
    sendMessage(owner, { conversationId, clientKey: newId(), body: "Bonjour" }),
  "orders/send-receipt.ts": ({ owner, conversationId, orderId }) =>
    sendReceipt(owner, { conversationId, orderId, clientKey: newId() }),
  "channels/messenger/outbound/send-template.ts": ({ owner, conversationId }) =>
    sendTemplate(owner, { conversationId, clientKey: newId(), template: BUTTONS }),
  "conversations/retry-message.ts": ({ owner }, { messageId }) => retryMessage(owner, { messageId }),
  "conversations/react-as-member.ts": ({ owner }, { messageId }) => reactAsMember(owner, { messageId, emoji: "🌸" }),
};

type AtSending = {
  run: (place: Place, ids: Ids) => Promise<unknown>;
  /** As what it finds a message, and what it makes of one that may go. */
  from: "queued" | "scheduled";
  to: "queued" | "sent";
  /** The channel whose messages alone it sends. */
  only: "web_chat" | "messenger" | null;
};

/** The workers that ask once more at the moment of sending: what they may not send they mark. */
const AT_SENDING: Record<string, AtSending> = {
  "conversations/deliver-message.ts": {
    ...{ from: "queued", to: "sent", only: "web_chat" },
    run: ({ shopId, conversationId }, { messageId }) => deliverMessage(shopId, { conversationId, messageId }),
  },
  "conversations/send-scheduled.ts": {
    ...{ from: "scheduled", to: "queued", only: null },
    run: ({ shopId, conversationId }, { messageId }) => sendScheduled(shopId, { conversationId, messageId }),
  },
  "channels/messenger/outbound/claim-next.ts": {
    ...{ from: "queued", to: "sent", only: "messenger" },
    run: ({ shopId, conversationId }) => sendQueued(shopId, conversationId),
  },
};

/** The one door that a block does not close, since STOP is one: it asks whether she may still be answered. */
const BY_ITSELF = "conversations/say-by-itself.ts";

/** The door that sends by itself what an opt-in allows. */
const FIRST_RECEIPT = "orders/send-first-receipt.ts";

/** What puts a message back that was asked about, and is asked about again when its turn comes. */
const ASKED_ABOUT_BEFORE = ["channels/messenger/outbound/settle-answer.ts"];

const blocks = async ({ shopId, contactId }: Place, at: Date | null) =>
  inShop(shopId, (tx) => tx.update(contacts).set({ blockedAt: at }).where(eq(contacts.id, contactId)));

const stored = ({ shopId, conversationId }: Place) =>
  inShop(shopId, (tx) =>
    tx.select().from(messages).where(eq(messages.conversationId, conversationId)).orderBy(messages.seq),
  );

async function setDelivery({ shopId }: Place, messageId: string, delivery: "queued" | "failed" | "scheduled") {
  const sendAt = delivery === "scheduled" ? new Date(Date.now() - MINUTE) : null;
  await inShop(shopId, (tx) => tx.update(messages).set({ delivery, sendAt }).where(eq(messages.id, messageId)));
}

async function withOrder(place: Omit<Place, "orderId">): Promise<Place> {
  const order = sampleOrder();
  await storeOrder(place.shopId, "storefront", order);
  const orderId = (await storedOrder(place.shopId, order.id))?.id ?? "";
  await inShop(place.shopId, (tx) =>
    tx.update(orders).set({ contactId: place.contactId }).where(eq(orders.id, orderId)),
  );
  return { ...place, orderId };
}

const PLACES = {
  web_chat: async () => {
    const { shop, owner } = await makeShop();
    const { visitor, conversationId } = await makeThread(shop);
    return withOrder({ owner, shopId: shop.id, contactId: visitor.contactId, conversationId });
  },
  messenger: async () => withOrder(await makeMessengerThread()),
};

describe.each(["web_chat", "messenger"] as const)("in %s", (channel) => {
  let place: Place;
  let messageId: string;
  beforeAll(async () => {
    fakeGraph.answers(() => ({ body: { message_id: `m_${newId()}` } }));
    place = await PLACES[channel]();
    const { owner, conversationId } = place;
    messageId = (await sendMessage(owner, { conversationId, clientKey: newId(), body: "Un" })).id;
  });

  it.each(Object.keys(DOORS).filter((file) => channel === "messenger" || !file.startsWith("channels/")))(
    "%s asks: somebody who blocked the shop gets nothing, others do",
    async (file) => {
      await setDelivery(place, messageId, "failed");
      await blocks(place, new Date(Date.now() + MINUTE));
      const before = await stored(place);
      await expect(DOORS[file]?.(place, { messageId })).rejects.toMatchObject({
        code: "refused",
        key: "contact_blocked",
      });
      expect(await stored(place)).toEqual(before);
      await blocks(place, null);
      await expect(DOORS[file]?.(place, { messageId })).resolves.toBeDefined();
    },
  );

  it.each(Object.entries(AT_SENDING).filter(([, { only }]) => only === null || only === channel))(
    "%s asks again: what may no longer go is not sent",
    async (_, { run, from, to }) => {
      const deliveryNow = async () => (await stored(place)).find(({ id }) => id === messageId)?.delivery;
      await setDelivery(place, messageId, from);
      await blocks(place, new Date(Date.now() + MINUTE));
      await run(place, { messageId });
      expect(await deliveryNow()).toBe("failed");
      expect(fakeGraph.requests).toEqual([]);
      await blocks(place, null);
      await setDelivery(place, messageId, from);
      await run(place, { messageId });
      expect(await deliveryNow()).toBe(to);
    },
  );
});

it(`${BY_ITSELF} asks: whom nobody may answer any more is told nothing`, async () => {
  const place = await makeMessengerThread();
  const { shopId, conversationId } = place;
  const confirm = () =>
    inShop(shopId, async (tx) => {
      const conversation = await lockConversation(tx, shopId, conversationId);
      const [message] = await tx.select().from(messages).where(eq(messages.conversationId, conversationId));
      if (message) await confirmStop(tx, conversation, { message, shop: await readShop(tx, shopId), locale: "fr" });
    });
  const told = async () =>
    (await inShop(shopId, (tx) => readMessages(tx, shopId, conversationId, { after: 0 }))).length;
  await setThread(place, { windowExpiresAt: new Date(Date.now() - MINUTE) });
  await confirm();
  expect(await told()).toBe(1);
  await setThread(place, { windowExpiresAt: new Date(Date.now() + MINUTE) });
  await confirm();
  expect(await told()).toBe(2);
});

it(`${FIRST_RECEIPT} asks: whoever blocked the shop gets no receipt by herself`, async () => {
  const opted = { loginId: "7999999999999", optedInAt: new Date(Date.now() - MINUTE) };
  const place = await withOrder(await makeMessengerThread(opted));
  const { shopId, conversationId, orderId } = place;
  await inShop(shopId, async (tx) => {
    await tx.update(messengerPages).set({ loginConnect: true, receiptFirst: true });
    await tx.update(orders).set({ placedAt: new Date(), loginId: opted.loginId }).where(eq(orders.id, orderId));
  });
  const sent = async () =>
    (await inShop(shopId, (tx) => readMessages(tx, shopId, conversationId, { after: 0 }))).length;
  await blocks(place, new Date(Date.now() + MINUTE));
  await sendFirstReceipt(shopId, { orderId });
  expect(await sent()).toBe(0);
  await blocks(place, null);
  await sendFirstReceipt(shopId, { orderId });
  expect(await sent()).toBe(1);
});

/** What a file does that puts something on its way to a shopper. */
const SENDS = [
  /delivery: (isOver \? "failed" : )?"queued"/,
  /"queued" as const/,
  /messageQueued\.record\(/,
  /"tellMessenger"/,
  /pageId\}\/messages`/,
];
const ASKS = /\b(checkSend|askAgain)\(/;

it("every file that queues, sends or tells is a door of this test, and asks", () => {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !/\.test\.ts$|-fixture\.ts$|^(sandbox|widget|cli)\//.test(file),
  );
  const sources = new Map(files.map((file) => [file, readFileSync(`lib/${file}`, "utf8")]));
  const sending = files.filter((file) => SENDS.some((pattern) => pattern.test(sources.get(file) ?? "")));
  const doors = [...Object.keys(DOORS), ...Object.keys(AT_SENDING), BY_ITSELF, FIRST_RECEIPT];
  /** Signs without words, the sending of what was claimed, and the queueing anew of what waits: all behind a door. */
  const behind = [
    "channels/messenger/outbound/resume-sending.ts",
    "channels/messenger/outbound/send-queued.ts",
    "channels/messenger/outbound/tell-messenger.ts",
    "conversations/tell-platform.ts",
    ...ASKED_ABOUT_BEFORE,
  ];
  expect(sending.filter((file) => !doors.includes(file) && !behind.includes(file))).toEqual([]);
  expect(doors.filter((file) => !ASKS.test(sources.get(file) ?? ""))).toEqual([]);
});
