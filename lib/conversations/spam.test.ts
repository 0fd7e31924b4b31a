import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { makeThread, storedConversations } from "#lib/connect/visitor-fixture";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { blockContact, unblockContact } from "./block-contact";
import { closeConversation, reopenConversation } from "./close-conversation";
import { loadCounts } from "./load-counts";
import { markSpam } from "./mark-spam";
import { receiveMessage } from "./receive-message";
import { sendMessage } from "./send-message";
import { setPriority } from "./set-priority";

async function scene() {
  const { shop, owner } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop);
  const write = () => receiveMessage(visitor, { clientKey: newId(), body: "Gagnez un million" });
  const stored = async () => (await storedConversations(visitor))[0];
  return { shop, owner, visitor, conversationId, write, stored, contactId: visitor.contactId };
}

describe("Spam", () => {
  it("holds what was moved there, whatever is written in it, and makes no noise", async () => {
    const { owner, conversationId, write, stored } = await scene();
    expect(await markSpam(owner, { conversationId })).toMatchObject({ status: "spam", unread: 0, waitingSince: null });
    await write();
    const spam = await stored();
    expect(spam).toMatchObject({ status: "spam", unread: 0, waitingSince: null, memberReadSeq: spam?.lastSeq });
    expect(await loadCounts(owner)).toMatchObject({ open: 0, spam: 1, closed: 0 });
    expect(await reopenConversation(owner, { conversationId })).toMatchObject({ status: "open" });
    await write();
    expect(await stored()).toMatchObject({ status: "open", unread: 1 });
    expect(await loadCounts(owner)).toMatchObject({ open: 1, spam: 0 });
  });

  it("lets go of a conversation that is answered", async () => {
    const { owner, conversationId, stored } = await scene();
    await markSpam(owner, { conversationId });
    await sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui ?" });
    expect(await stored()).toMatchObject({ status: "open" });
  });

  it("takes what a blocked contact has open and writes, and gives it back when she is unblocked", async () => {
    const { owner, conversationId, contactId, write, stored } = await scene();
    const moved = await blockContact(owner, { contactId });
    expect(moved).toMatchObject([{ id: conversationId, status: "spam", contact: { spam: true } }]);
    await write();
    expect(await stored()).toMatchObject({ status: "spam", unread: 0 });
    await closeConversation(owner, { conversationId });
    await write();
    expect(await stored()).toMatchObject({ status: "spam" });
    const back = await unblockContact(owner, { contactId });
    expect(back).toMatchObject([{ id: conversationId, status: "open", contact: { spam: false } }]);
    await write();
    expect(await stored()).toMatchObject({ status: "open", unread: 1 });
  });
});

it("a conversation is not opened beside another open one of the same identity", async () => {
  const { shop, owner, visitor, conversationId } = await scene();
  await closeConversation(owner, { conversationId });
  const { shopId, contactId, identityId, channelId } = visitor;
  await inShop(shop.id, (tx) => tx.insert(conversations).values({ shopId, contactId, identityId, channelId }));
  await expect(reopenConversation(owner, { conversationId })).rejects.toMatchObject({ key: "another_open" });
});

it("the priority is told in the thread, and said twice it is told once", async () => {
  const { owner, conversationId, stored } = await scene();
  expect(await setPriority(owner, { conversationId, priority: "urgent" })).toMatchObject({ priority: "urgent" });
  await setPriority(owner, { conversationId, priority: "urgent" });
  expect(await stored()).toMatchObject({ priority: 3, lastSeq: 2 });
});
