import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { makeThread, makeVisitor, storedConversations, storedMessages } from "#lib/connect/visitor-fixture";
import { recordAnswer } from "#lib/contacts/record-permissions";
import { closeConversation } from "#lib/conversations/close-conversation";
import { retryMessage } from "#lib/conversations/retry-message";
import { sendMessage } from "#lib/conversations/send-message";
import { refused } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { problemOf } from "#lib/http/outcome";
import { makeShop } from "#lib/shops/shop-fixture";
import { takeJobs } from "#lib/worker/jobs-fixture";
import { listOrdersOfContact } from "./list-orders-of-contact";
import { placeOrder } from "./order-fixture";
import { sendReceipt } from "./send-receipt";

async function bought() {
  const { shop, owner } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop);
  return { shop, owner, visitor, conversationId, orderId: await placeOrder(visitor, { number: "#1042" }) };
}

describe("sending a receipt", () => {
  it("is done once, whatever the keys and however many at once", async () => {
    const { shop, owner, visitor, conversationId, orderId } = await bought();
    await takeJobs(shop.id);
    const clientKey = newId();
    const keys = [clientKey, clientKey, clientKey, newId(), newId(), newId()];
    const sent = await Promise.all(keys.map((key) => sendReceipt(owner, { conversationId, orderId, clientKey: key })));
    expect(new Set(sent.map((message) => message.id)).size).toBe(1);
    expect(sent[0]).toMatchObject({ kind: "receipt", purpose: "order_updates", receipt: { orderId, number: "#1042" } });
    expect((await storedMessages(shop.id, conversationId)).filter((one) => one.kind === "receipt")).toHaveLength(1);
    expect((await takeJobs(shop.id)).filter((job) => job.payload.type === "message.queued")).toHaveLength(1);
    const [order] = await listOrdersOfContact(owner, { contactId: visitor.contactId });
    expect(order).toMatchObject({ id: orderId, receiptIn: [conversationId] });
  });

  it("answers a key that was used for something else with that", async () => {
    const { owner, visitor, conversationId, orderId } = await bought();
    const clientKey = newId();
    const text = await sendMessage(owner, { conversationId, clientKey, body: "Voici" });
    expect(await sendReceipt(owner, { conversationId, orderId, clientKey })).toMatchObject({
      id: text.id,
      kind: "text",
    });
    const receipt = await sendReceipt(owner, { conversationId, orderId, clientKey: newId() });
    const other = await placeOrder(visitor);
    const again = { conversationId, orderId: other, clientKey: receipt.clientKey ?? "" };
    expect(await sendReceipt(owner, again)).toEqual(receipt);
  });

  it("of another contact's order, or of nobody's, is not found", async () => {
    const { shop, owner, conversationId } = await bought();
    const theirs = await placeOrder(await makeVisitor(shop));
    const nobodys = await placeOrder(await makeVisitor(shop), { customer: { name: "Amélie Laurent" } });
    for (const orderId of [theirs, nobodys, newId()])
      await expect(sendReceipt(owner, { conversationId, orderId, clientKey: newId() })).rejects.toMatchObject({
        code: "not_found",
      });
  });

  it("she did not allow is refused once she is silent, with what a member can do instead", async () => {
    const { owner, visitor, shop, conversationId, orderId } = await bought();
    const { contactId } = visitor;
    await inShop(shop.id, async (tx) => {
      await tx
        .update(conversations)
        .set({ lastContactAt: sql`now() - interval '8 days'`, waitingSince: null })
        .where(and(eq(conversations.shopId, shop.id), eq(conversations.id, conversationId)));
      await recordAnswer(tx, shop.id, {
        ...{ contactId, allow: ["service"], shown: ["service"], act: "chat_card", locale: "fr", source: "test" },
        ...{ proof: {}, at: new Date() },
      });
    });
    const refusal = await sendReceipt(owner, { conversationId, orderId, clientKey: newId() }).catch((why) => why);
    expect(problemOf(refusal, "en", newId())).toEqual({
      code: "refused",
      message: expect.stringContaining("has not allowed order updates. Ask in the conversation"),
      ways: ["ask"],
    });
  });

  it("that was not let go goes as a new message once it may, and the order does not count as told till then", async () => {
    const { shop, owner, visitor, conversationId, orderId } = await bought();
    const clientKey = newId();
    const first = await sendReceipt(owner, { conversationId, orderId, clientKey });
    await inShop(shop.id, (tx) =>
      tx
        .update(messages)
        .set({ delivery: "failed" })
        .where(and(eq(messages.shopId, shop.id), eq(messages.id, first.id))),
    );
    const toldIn = async () => (await listOrdersOfContact(owner, { contactId: visitor.contactId }))[0]?.receiptIn;
    expect(await toldIn()).toEqual([]);
    expect(await sendReceipt(owner, { conversationId, orderId, clientKey })).toMatchObject({ id: first.id });
    const again = await sendReceipt(owner, { conversationId, orderId, clientKey: newId() });
    expect(again).toMatchObject({ kind: "receipt", delivery: "queued", receipt: { orderId } });
    expect(again.id).not.toBe(first.id);
    await expect(retryMessage(owner, { messageId: first.id })).rejects.toEqual(refused("nothing_to_retry"));
    expect(await sendReceipt(owner, { conversationId, orderId, clientKey: newId() })).toMatchObject({ id: again.id });
    expect(await toldIn()).toEqual([conversationId]);
  });

  it("keeps a closed conversation closed, and keeps it out of the unread", async () => {
    const { owner, visitor, shop, conversationId, orderId } = await bought();
    await closeConversation(owner, { conversationId });
    await sendReceipt(owner, { conversationId, orderId, clientKey: newId() });
    expect(await storedConversations(visitor)).toMatchObject([{ shopId: shop.id, status: "closed", unread: 0 }]);
  });
});
