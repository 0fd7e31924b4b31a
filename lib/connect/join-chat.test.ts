import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { orders } from "#db/schema/orders";
import { permissionsOf } from "#lib/contacts/permissions";
import { receiveMessage } from "#lib/conversations/receive-message";
import { newId } from "#lib/core/ids";
import { placeOrder } from "#lib/orders/order-fixture";
import type { VisitorActor } from "#lib/shops/actor";
import type { ShopView } from "#lib/shops/load-shop";
import { makePerson, makeShop } from "#lib/shops/shop-fixture";
import { jobsOf, takeJobs } from "#lib/worker/jobs-fixture";
import { ledgerOf, signInChat } from "./connect-fixture";
import { loadVisit } from "./load-visit";
import { answerCard, makeThread, makeVisitor, storedConversations, storedMessages } from "./visitor-fixture";
import { withdrawPermission } from "./withdraw-permission";

let shop: ShopView;
beforeAll(async () => {
  ({ shop } = await makeShop());
});

const visitOf = (actor: VisitorActor) => loadVisit(shop, actor, "fr");
const stored = (table: typeof conversations | typeof orders, id: string) =>
  inShop(shop.id, (tx) => tx.select({ contactId: table.contactId }).from(table).where(eq(table.id, id)));
const stateOf = async (contactId: string) => inShop(shop.id, (tx) => permissionsOf(tx, shop.id, contactId));

describe("a nameless chat that signs in", () => {
  it("brings its conversation, its orders and what it allowed to the person's contact", async () => {
    const person = await makePerson("Amélie Laurent");
    const { visitor, conversationId } = await makeThread(shop);
    await answerCard(visitor, ["order_updates"]);
    const orderId = await placeOrder(visitor);
    await takeJobs(shop.id);
    const joined = await signInChat(shop, visitor, person, ["service"]);

    expect(joined.contactId).not.toBe(visitor.contactId);
    expect(joined).toMatchObject({ visitorId: visitor.visitorId, identityId: visitor.identityId });
    expect(await stored(conversations, conversationId)).toEqual([{ contactId: joined.contactId }]);
    expect(await stored(orders, orderId)).toEqual([{ contactId: joined.contactId }]);
    expect(await stateOf(joined.contactId)).toMatchObject({
      service: { state: "on", act: "connect_dialog" },
      order_updates: { state: "on", act: "chat_card" },
    });
    const [before] = await inShop(shop.id, (tx) =>
      tx.select().from(contacts).where(eq(contacts.id, visitor.contactId)),
    );
    expect(before?.mergedInto).toBe(joined.contactId);
    const events = (await storedMessages(shop.id, conversationId)).map((message) => message.event);
    expect(events.slice(-2)).toEqual([
      { type: "signed_in", name: "Amélie Laurent" },
      { type: "permission_given", purposes: ["service"] },
    ]);
    const told = (await jobsOf(shop.id)).map((job) => job.payload.type);
    expect(told).toEqual(expect.arrayContaining(["visit.changed", "contact.changed", "conversation.changed"]));
    expect(await visitOf(joined)).toMatchObject({
      person: { name: "Amélie Laurent" },
      conversation: { id: conversationId },
    });
  });

  it("keeps its own ledger where it was written, and the copies say where they come from", async () => {
    const person = await makePerson();
    const { visitor } = await makeThread(shop);
    await answerCard(visitor, ["service"]);
    const before = await ledgerOf(shop.id, visitor.contactId);
    const joined = await signInChat(shop, visitor, person);
    expect(await ledgerOf(shop.id, visitor.contactId)).toEqual(before);
    const carried = (await ledgerOf(shop.id, joined.contactId)).filter((record) => record.proof.carriedFrom);
    expect(carried.map((record) => record.proof.carriedFrom).sort()).toEqual(before.map((record) => record.id).sort());
  });

  it("brings nothing back that the person withdrew after it was allowed in the chat", async () => {
    const person = await makePerson();
    await signInChat(shop, await makeVisitor(shop), person, ["offers"]);
    const { visitor } = await makeThread(shop);
    await answerCard(visitor, ["offers"]);
    await withdrawPermission(person, { shop: shop.slug, person: person.id, locale: "fr", purposes: ["offers"] });
    const joined = await signInChat(shop, visitor, person);
    expect(await stateOf(joined.contactId)).toMatchObject({ offers: { state: "off" } });
  });

  it("brings its orders also when nothing was written in it yet", async () => {
    const person = await makePerson();
    const visitor = await makeVisitor(shop);
    const orderId = await placeOrder(visitor);
    const joined = await signInChat(shop, visitor, person);
    expect(joined.identityId).toBe(visitor.identityId);
    expect(await stored(orders, orderId)).toEqual([{ contactId: joined.contactId }]);
  });

  it("goes on with her own conversation in a second browser in which she wrote nothing", async () => {
    const person = await makePerson();
    const { visitor, conversationId } = await makeThread(shop);
    const first = await signInChat(shop, visitor, person);
    const second = await signInChat(shop, await makeVisitor(shop), person);
    expect(second).toMatchObject({ contactId: first.contactId, identityId: first.identityId });
    expect(await visitOf(second)).toMatchObject({ conversation: { id: conversationId } });
  });

  it("changes nothing when the same person signs in again", async () => {
    const person = await makePerson();
    const { visitor } = await makeThread(shop);
    const joined = await signInChat(shop, visitor, person);
    expect(await signInChat(shop, joined, person)).toEqual(joined);
  });
});

describe("a browser in which somebody else has signed in already", () => {
  it("gives the newcomer a chat of her own and never the other's words, orders or permissions", async () => {
    const [hugo, amelie] = [await makePerson("Hugo Petit"), await makePerson("Amélie Laurent")];
    const { visitor, conversationId } = await makeThread(shop, "Mon adresse est 12 rue des Lilas");
    const his = await signInChat(shop, visitor, hugo, ["service"]);
    const orderId = await placeOrder(his);
    const said = await storedMessages(shop.id, conversationId);
    const hers = await signInChat(shop, his, amelie, ["offers"]);

    expect(hers.visitorId).toBe(his.visitorId);
    expect(hers.identityId).not.toBe(his.identityId);
    expect(hers.contactId).not.toBe(his.contactId);
    expect(await visitOf(hers)).toMatchObject({
      person: { name: "Amélie Laurent" },
      conversation: null,
      messages: [],
      permissions: { service: { state: "not_given" }, offers: { state: "on" } },
    });
    expect(await stored(conversations, conversationId)).toEqual([{ contactId: his.contactId }]);
    expect(await stored(orders, orderId)).toEqual([{ contactId: his.contactId }]);
    expect(await stateOf(his.contactId)).toMatchObject({ service: { state: "on" }, offers: { state: "refused" } });

    await receiveMessage(hers, { clientKey: newId(), body: "Bonjour" });
    expect((await storedConversations(hers)).map((row) => row.contactId)).toEqual([hers.contactId]);
    expect(await storedMessages(shop.id, conversationId)).toEqual(said);
    const back = await signInChat(shop, hers, hugo);
    expect(await visitOf(back)).toMatchObject({ conversation: { id: conversationId } });
  });
});
