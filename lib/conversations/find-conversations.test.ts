import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { makeThread } from "#lib/connect/visitor-fixture";
import { placeOrder } from "#lib/orders/order-fixture";
import { makeShop } from "#lib/shops/shop-fixture";
import { closeConversation } from "./close-conversation";
import { findConversations } from "./find-conversations";

it("finds conversations by the name of the contact and by the number of an order, closed ones too", async () => {
  const [{ shop, owner }, other] = [await makeShop(), await makeShop()];
  const [first, second] = [await makeThread(shop), await makeThread(shop)];
  await makeThread(other.shop);
  await inShop(shop.id, (tx) =>
    tx.update(contacts).set({ name: "Amélie Laurent" }).where(eq(contacts.id, first.visitor.contactId)),
  );
  const orderId = await placeOrder(second.visitor, { number: "MP-7731" });
  await closeConversation(owner, { conversationId: second.conversationId });
  expect(orderId).toBeTruthy();
  const find = async (q: string, actor = owner) => (await findConversations(actor, { q })).conversations;
  expect(await find("amel")).toMatchObject([
    { id: first.conversationId, name: "Amélie Laurent", order: null, status: "open" },
  ]);
  for (const q of ["7731", "MP-7731", "order:7731"])
    expect(await find(q), q).toMatchObject([{ id: second.conversationId, order: "MP-7731", status: "closed" }]);
  expect(await find("")).toEqual([]);
  expect(await find("7731", other.owner)).toEqual([]);
  expect(await find("amelie", other.owner)).toEqual([]);
});
