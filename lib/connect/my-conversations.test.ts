import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { attachments, conversations, messages } from "#db/schema/conversations";
import { closeConversation } from "#lib/conversations/close-conversation";
import { deliverMessage } from "#lib/conversations/deliver-message";
import { sendMessage } from "#lib/conversations/send-message";
import { notFound, refused } from "#lib/core/errors";
import { putFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import { callRoute } from "#lib/http/route-fixture";
import { placeOrder } from "#lib/orders/order-fixture";
import type { ShopView } from "#lib/shops/load-shop";
import { makePerson, makeShop, type SignedIn, type TestMember } from "#lib/shops/shop-fixture";
import { answerMyShop } from "./answer-my-shop";
import { signInChat } from "./connect-fixture";
import { listMyConversations } from "./list-my-conversations";
import { listMyReceipts } from "./list-my-receipts";
import { loadMyConversation } from "./load-my-conversation";
import { mergeContacts } from "./merge-contacts";
import { rateMyShop } from "./rate-my-shop";
import { seeMyConversation } from "./see-my-conversation";
import { makeThread, makeVisitor, storedConversations, storedMessages } from "./visitor-fixture";

let shop: ShopView;
let owner: TestMember;
beforeAll(async () => {
  ({ shop, owner } = await makeShop());
});

async function makeShopper(person?: SignedIn, where = shop, says = "Bonjour, avez-vous des pivoines ?") {
  const who = person ?? (await makePerson("Amélie Laurent"));
  const { visitor, conversationId } = await makeThread(where, says);
  return { person: who, conversationId, visitor: await signInChat(where, visitor, who) };
}

async function say(conversationId: string, body: string) {
  const { id } = await sendMessage(owner, { conversationId, clientKey: newId(), body });
  await deliverMessage(shop.id, { conversationId, messageId: id });
}

describe("a shopper's conversations in her own place", () => {
  it("are those of every shop, with what was said last and what she has not seen", async () => {
    const { shop: other } = await makeShop();
    const { person, conversationId } = await makeShopper();
    await makeShopper(person, other, "Du pain ?");
    await say(conversationId, "Oui, dès demain.");
    await sendMessage(owner, { conversationId, clientKey: newId(), body: "Pas encore parti." });
    const mine = await listMyConversations(person);
    expect(mine.map((one) => [one.shop.slug, one.unread, one.last])).toEqual([
      [shop.slug, 1, { mine: false, authorName: "Léa", kind: "text", text: "Oui, dès demain." }],
      [other.slug, 0, { mine: true, authorName: null, kind: "text", text: "Du pain ?" }],
    ]);
    const thread = await loadMyConversation(person, { shop: shop.slug, conversationId });
    expect(thread.messages.map(({ body }) => body)).toEqual(["Bonjour, avez-vous des pivoines ?", "Oui, dès demain."]);
    await seeMyConversation(person, { shop: shop.slug, person: person.id, conversationId, seq: thread.lastSeq });
    expect((await listMyConversations(person))[0]?.unread).toBe(0);
  });

  it("show one in which nothing reached her yet without a last message", async () => {
    const { person, conversationId } = await makeShopper();
    await inShop(shop.id, (tx) =>
      tx.update(messages).set({ kind: "note", author: "member" }).where(eq(messages.conversationId, conversationId)),
    );
    expect(await listMyConversations(person)).toMatchObject([{ id: conversationId, unread: 0, last: null }]);
  });

  it("are answered there as in the chat, once however often it is sent", async () => {
    const { person, conversationId } = await makeShopper();
    const hand = { person: person.id, locale: "fr" as const };
    const wish = { ...hand, shop: shop.slug, conversationId, clientKey: newId(), body: "Merci !" };
    const [first, second] = [await answerMyShop(person, wish), await answerMyShop(person, wish)];
    expect(second.message.id).toBe(first.message.id);
    const last = (await storedMessages(shop.id, conversationId)).at(-1);
    expect(last).toMatchObject({ author: "contact", body: "Merci !", delivery: "received" });
  });

  it("are each rated where she was asked, also when she has begun another since", async () => {
    const { person, conversationId, visitor } = await makeShopper();
    await say(conversationId, "Oui, dès demain.");
    await closeConversation(owner, { conversationId });
    await inShop(shop.id, async (tx) => {
      const { shopId, identityId, contactId, channelId } = visitor;
      await tx.insert(conversations).values({ shopId, identityId, contactId, channelId });
    });
    const place = { shop: shop.slug, conversationId };
    const { seq = 0 } = (await loadMyConversation(person, place)).rating ?? {};
    await rateMyShop(person, { ...place, person: person.id, seq, score: 4 });
    expect((await loadMyConversation(person, place)).rating).toMatchObject({ score: 4 });
  });

  it("are gone on with in the one that is open or was last, on every further browser in which she wrote nothing", async () => {
    const { person, visitor } = await makeShopper();
    const second = await signInChat(shop, await makeVisitor(shop), person);
    const third = await signInChat(shop, await makeVisitor(shop), person);
    expect([second.identityId, third.identityId]).toEqual([visitor.identityId, visitor.identityId]);
    const other = await makeShopper(person);
    await inShop(shop.id, async (tx) => {
      const of = (identityId: string) => eq(conversations.identityId, identityId);
      await tx
        .update(conversations)
        .set({ lastMessageAt: new Date(0) })
        .where(of(other.visitor.identityId));
    });
    expect((await signInChat(shop, await makeVisitor(shop), person)).identityId).toBe(visitor.identityId);
    await inShop(shop.id, async (tx) => {
      const of = (identityId: string) => eq(conversations.identityId, identityId);
      await tx.update(conversations).set({ status: "closed" }).where(of(visitor.identityId));
    });
    expect((await signInChat(shop, await makeVisitor(shop), person)).identityId).toBe(other.visitor.identityId);
  });

  it("are hers alone: another person's, an absent one and a foreign shop's answer alike", async () => {
    const { person, conversationId } = await makeShopper();
    const { person: hugo } = await makeShopper();
    const { shop: other } = await makeShop();
    for (const [who, where, id] of [
      [hugo, shop.slug, conversationId],
      [person, shop.slug, newId()],
    ] as const)
      await expect(loadMyConversation(who, { shop: where, conversationId: id })).rejects.toEqual(
        notFound("conversation"),
      );
    await expect(loadMyConversation(person, { shop: other.slug, conversationId })).rejects.toEqual(notFound("shop"));
    const stale = { shop: shop.slug, person: person.id, conversationId };
    await expect(answerMyShop(hugo, { ...stale, clientKey: newId(), body: "?", locale: "fr" })).rejects.toEqual(
      refused("person_changed"),
    );
    await expect(seeMyConversation(hugo, { ...stale, seq: 1 })).rejects.toEqual(refused("person_changed"));
  });

  it("leave out what a member said to be hers, its files and its orders too", async () => {
    const { person, visitor } = await makeShopper();
    const stranger = await makeThread(shop, "Je suis quelqu’un d’autre.");
    const theirs = await placeOrder(stranger.visitor);
    const hers = await placeOrder(visitor);
    await mergeContacts(owner, { contactId: visitor.contactId, otherId: stranger.visitor.contactId });
    const late = await placeOrder(stranger.visitor);
    expect((await listMyConversations(person)).map(({ last }) => last?.text)).not.toContain(
      "Je suis quelqu’un d’autre.",
    );
    const [thread] = await storedConversations(stranger.visitor);
    await expect(loadMyConversation(person, { shop: shop.slug, conversationId: thread?.id ?? "" })).rejects.toEqual(
      notFound("conversation"),
    );
    const receipts = (await listMyReceipts(person)).map(({ orderId }) => orderId);
    expect(receipts).toEqual([hers]);
    expect(receipts).not.toContain(theirs);
    expect(receipts).not.toContain(late);
  });
});

it("gives a person the files of her own conversations, and none of another's or of what a member said to be hers", async () => {
  const [mine, hugo] = [await makeShopper(), await makeShopper()];
  const stranger = await makeThread(shop);
  await mergeContacts(owner, { contactId: mine.visitor.contactId, otherId: stranger.visitor.contactId });
  const keep = async (conversationId: string) => {
    const [message] = await storedMessages(shop.id, conversationId);
    const id = newId();
    await putFile(`${shop.id}/${id}`, Buffer.of(0x89, 0x50, 0x4e, 0x47));
    await inShop(shop.id, (tx) =>
      tx.insert(attachments).values({
        ...{ id, shopId: shop.id, messageId: message?.id ?? null, kind: "image", state: "stored" },
        ...{ contentType: "image/png", bytes: 4, storageKey: `${shop.id}/${id}`, fileName: "a.png" },
      }),
    );
    return id;
  };
  const get = async (id: string, { token }: SignedIn) => {
    const headers = { cookie: `__Host-comptoir-session=${token}` };
    return (await callRoute("app/files/[id]/route.ts", "GET", { id }, { headers })).status;
  };
  const [hers, theirs] = [await keep(mine.conversationId), await keep(stranger.conversationId)];
  expect(await get(hers, mine.person)).toBe(200);
  expect([await get(hers, hugo.person), await get(theirs, mine.person)]).toEqual([404, 404]);
});
