import { describe, expect, it } from "vitest";
import { loadVisit } from "#lib/connect/load-visit";
import { makeThread, makeVisitor, storedConversations } from "#lib/connect/visitor-fixture";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { takeJobs } from "#lib/worker/jobs-fixture";
import { closeConversation } from "./close-conversation";
import { markRead, markSeen } from "./mark-read";
import { markUnread } from "./mark-unread";
import { putBack } from "./put-back";
import { receiveMessage } from "./receive-message";
import { sendMessage } from "./send-message";

async function threadOf(messages: number) {
  const { shop, owner } = await makeShop();
  const thread = await makeThread(shop);
  for (let i = 1; i < messages; i++) await receiveMessage(thread.visitor, { clientKey: newId(), body: `Message ${i}` });
  return { shop, owner, ...thread };
}

describe("the shop's read mark", () => {
  it("only moves forward and never past the last message", async () => {
    const { owner, conversationId, visitor } = await threadOf(3);
    const marks = [];
    for (const seq of [2, 1, 0, 99, 3]) marks.push((await markRead(owner, { conversationId, seq })).memberReadSeq);
    expect(marks).toEqual([2, 2, 2, 3, 3]);
    expect(await storedConversations(visitor)).toMatchObject([{ memberReadSeq: 3, unread: 0 }]);
  });

  it("ends where the furthest of many marks at once stands", async () => {
    const { owner, conversationId, visitor } = await threadOf(8);
    await Promise.all([5, 2, 8, 1, 7, 3].map((seq) => markRead(owner, { conversationId, seq })));
    expect(await storedConversations(visitor)).toMatchObject([{ memberReadSeq: 8, unread: 0 }]);
  });

  it("that says nothing new changes nothing and tells nobody", async () => {
    const { shop, owner, conversationId, visitor } = await threadOf(3);
    await markRead(owner, { conversationId, seq: 2 });
    const before = await storedConversations(visitor);
    expect(before).toMatchObject([{ unread: 1 }]);
    await takeJobs(shop.id);
    await markRead(owner, { conversationId, seq: 1 });
    await markRead(owner, { conversationId, seq: 2 });
    expect(await storedConversations(visitor)).toEqual(before);
    expect(await takeJobs(shop.id)).toEqual([]);
  });
});

describe("marking as unread", () => {
  it("goes back to before her last message, past our own answer, and never on", async () => {
    const { shop, owner, conversationId, visitor } = await threadOf(3);
    await sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui, dès demain." });
    await takeJobs(shop.id);
    expect(await markUnread(owner, { conversationId })).toMatchObject({ unread: 1, memberReadSeq: 2 });
    expect((await takeJobs(shop.id)).map(({ payload }) => payload.type)).toEqual(["conversation.changed"]);
    await markUnread(owner, { conversationId });
    await receiveMessage(visitor, { clientKey: newId(), body: "Et les vases ?" });
    expect(await markUnread(owner, { conversationId })).toMatchObject({ unread: 2, memberReadSeq: 2 });
    expect((await takeJobs(shop.id)).map(({ payload }) => payload.type)).not.toContain("conversation.changed");
    await markRead(owner, { conversationId, seq: 99 });
    expect(await storedConversations(visitor)).toMatchObject([{ memberReadSeq: 5, unread: 0 }]);
  });

  it("takes no tick back that she was shown, nor does undoing the closing", async () => {
    const { shop, owner, conversationId, visitor } = await threadOf(2);
    const shown = async () => (await loadVisit(shop, visitor, "fr")).conversation?.memberReadSeq;
    await closeConversation(owner, { conversationId });
    expect(await shown()).toBe(2);
    await putBack(owner, { conversationId });
    expect(await storedConversations(visitor)).toMatchObject([{ memberReadSeq: 0, unread: 2 }]);
    expect(await shown()).toBeGreaterThanOrEqual(2);
    await markRead(owner, { conversationId, seq: 99 });
    const read = await shown();
    await markUnread(owner, { conversationId });
    expect(await storedConversations(visitor)).toMatchObject([{ memberReadSeq: 1, unread: 1 }]);
    expect(await shown()).toBe(read);
  });

  it("is refused where nothing can be unread", async () => {
    const { owner, conversationId } = await threadOf(1);
    await closeConversation(owner, { conversationId });
    await expect(markUnread(owner, { conversationId })).rejects.toMatchObject({ key: "unread_while_closed" });
  });
});

describe("the shopper's marks", () => {
  it("only move forward, never past the last message, and what is read was delivered", async () => {
    const { visitor, owner, conversationId } = await threadOf(1);
    for (let i = 0; i < 4; i++) await sendMessage(owner, { conversationId, clientKey: newId(), body: `Réponse ${i}` });
    const marks = [];
    for (const [deliveredSeq, readSeq] of [
      [2, 1],
      [1, 3],
      [99, 0],
      [0, 99],
    ] as const) {
      await markSeen(visitor, { deliveredSeq, readSeq });
      const [stored] = await storedConversations(visitor);
      marks.push([stored?.contactDeliveredSeq, stored?.contactReadSeq]);
    }
    expect(marks).toEqual([
      [2, 1],
      [3, 3],
      [5, 3],
      [5, 5],
    ]);
  });

  it("of somebody who never wrote are nothing", async () => {
    const { shop } = await makeShop();
    await expect(markSeen(await makeVisitor(shop), { deliveredSeq: 1, readSeq: 1 })).resolves.toBeUndefined();
  });
});
