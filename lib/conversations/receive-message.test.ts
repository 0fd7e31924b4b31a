import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { answerCard, makeThread, makeVisitor, storedConversations, storedMessages } from "#lib/connect/visitor-fixture";
import { permissionsOf } from "#lib/contacts/permissions";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { closeConversation } from "./close-conversation";
import { receiveMessage } from "./receive-message";
import { sendMessage } from "./send-message";

const times = (n: number) => Array.from({ length: n }, (_, i) => i);

describe("receiving a shopper's message", () => {
  it("MSG-01: twenty times at once under one key is one message, and every answer names it", async () => {
    const { shop } = await makeShop();
    const visitor = await makeVisitor(shop);
    const input = { clientKey: newId(), body: "Bonjour" };
    const answers = await Promise.all(times(20).map(() => receiveMessage(visitor, input)));
    expect(new Set(answers.map(({ message }) => message.id)).size).toBe(1);
    const [conversation, ...others] = await storedConversations(visitor);
    expect(others).toEqual([]);
    expect(await storedMessages(shop.id, conversation?.id ?? "")).toHaveLength(1);
    expect(conversation).toMatchObject({ lastSeq: 1, unread: 1 });
  });

  it("opens one conversation for twenty first messages at once, numbered without a gap", async () => {
    const { shop } = await makeShop();
    const visitor = await makeVisitor(shop);
    await Promise.all(times(20).map((i) => receiveMessage(visitor, { clientKey: newId(), body: `Message ${i}` })));
    const [conversation, ...others] = await storedConversations(visitor);
    expect(others).toEqual([]);
    const stored = await storedMessages(shop.id, conversation?.id ?? "");
    expect(stored.map((message) => message.seq)).toEqual(times(20).map((i) => i + 1));
    expect(new Set(stored.map((message) => message.body)).size).toBe(20);
    expect(conversation).toMatchObject({ lastSeq: 20, unread: 20, version: 21, status: "open" });
  });

  it("opens her closed conversation again", async () => {
    const { shop, owner } = await makeShop();
    const { visitor, conversationId } = await makeThread(shop);
    await closeConversation(owner, { conversationId });
    expect(await storedConversations(visitor)).toMatchObject([{ status: "closed", unread: 0, waitingSince: null }]);
    await receiveMessage(visitor, { clientKey: newId(), body: "Encore une question" });
    expect(await storedConversations(visitor)).toMatchObject([{ id: conversationId, status: "open", unread: 1 }]);
  });

  it("takes a stop word at its word: every permission ends, and nobody may write until she does", async () => {
    const { shop, owner } = await makeShop();
    const { visitor, conversationId } = await makeThread(shop);
    await answerCard(visitor, ["service", "offers"]);
    await receiveMessage(visitor, { clientKey: newId(), body: "Stop !" });
    const permissions = await inShop(shop.id, (tx) => permissionsOf(tx, shop.id, visitor.contactId));
    expect([permissions.service, permissions.offers]).toMatchObject([
      { state: "off", act: "stop_word" },
      { state: "off", act: "stop_word" },
    ]);
    const say = () => sendMessage(owner, { conversationId, clientKey: newId(), body: "Pardon" });
    await expect(say()).rejects.toMatchObject({ code: "refused" });
    await receiveMessage(visitor, { clientKey: newId(), body: "Encore une question" });
    await expect(say()).resolves.toMatchObject({ delivery: "queued" });
    const events = (await storedMessages(shop.id, conversationId)).flatMap(({ event }) => event ?? []);
    expect(events.at(-2)).toEqual({ type: "permission_withdrawn", purposes: ["service", "offers"] });
    expect(events.at(-1)).toEqual({ type: "stop_confirmed" });
  });

  it("gives two visitors of one shop conversations of their own", async () => {
    const { shop } = await makeShop();
    const [one, two] = await Promise.all([makeThread(shop), makeThread(shop)]);
    expect(one.conversationId).not.toBe(two.conversationId);
  });
});
