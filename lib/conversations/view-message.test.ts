import { describe, expect, it } from "vitest";
import { answerCard, makeThread } from "#lib/connect/visitor-fixture";
import { newId } from "#lib/core/ids";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { assignConversation } from "./assign-conversation";
import { closeConversation } from "./close-conversation";
import { deliverMessage } from "./deliver-message";
import { listMessages, listVisitorMessages } from "./load-thread";
import { receiveMessage } from "./receive-message";
import { sendMessage } from "./send-message";
import { viewForVisitor } from "./view-message";

async function busyThread() {
  const { shop, owner } = await makeShop("Léa Moreau-Secret");
  const agent = await makeMember(owner, "agent", "Karim Benali-Secret");
  const { visitor, conversationId } = await makeThread(shop);
  await assignConversation(owner, { conversationId, memberId: agent.memberId });
  const sent = await sendMessage(agent, { conversationId, clientKey: newId(), body: "Oui, dès demain." });
  await deliverMessage(shop.id, { conversationId, messageId: sent.id });
  await answerCard(visitor, ["service"]);
  await closeConversation(owner, { conversationId });
  await receiveMessage(visitor, { clientKey: newId(), body: "Merci !" });
  await sendMessage(owner, { conversationId, clientKey: newId(), body: "Pas encore parti" });
  return { shop, owner, agent, visitor, conversationId };
}

describe("what a shopper sees of her conversation", () => {
  it("names members by their first name, and says nothing of who holds it, who closed it or what is not sent", async () => {
    const { agent, owner, visitor } = await busyThread();
    const { messages } = await listVisitorMessages(visitor, {});
    const text = JSON.stringify(messages);
    for (const secret of ["Secret", "Pas encore parti", agent.memberId, owner.memberId, "assigned", "closed"])
      expect(text).not.toContain(secret);
    expect(messages.filter((message) => message.body).map((message) => [message.authorName, message.body])).toEqual([
      [null, "Bonjour, avez-vous des pivoines ?"],
      ["Karim", "Oui, dès demain."],
      [null, "Merci !"],
    ]);
  });

  it("keeps its place for what is hidden, so that her numbers have no gap", async () => {
    const { owner, visitor, conversationId } = await busyThread();
    const { messages } = await listVisitorMessages(visitor, {});
    const { messages: whole } = await listMessages(owner, { conversationId });
    expect(messages.map((message) => message.seq)).toEqual(whole.map((message) => message.seq));
    expect(messages.map((message) => message.seq)).toEqual(messages.map((_, index) => index + 1));
    const queued = messages.at(-1);
    expect(queued).toMatchObject({
      kind: "event",
      event: null,
      author: "system",
      authorName: null,
      body: "",
      receipt: null,
    });
    expect(messages.filter((message) => message.event).map((message) => message.event)).toEqual([
      { type: "permission_given", purposes: ["service"] },
    ]);
  });

  it("hides a failed message for ever, and gives nobody else's key", async () => {
    const { owner, conversationId } = await busyThread();
    const { messages } = await listMessages(owner, { conversationId });
    const answer = messages.find((message) => message.delivery === "sent");
    if (!answer) throw new Error("no answer was sent");
    expect(viewForVisitor(answer)).toMatchObject({ body: "Oui, dès demain.", clientKey: null });
    expect(answer.clientKey).not.toBeNull();
    expect(viewForVisitor({ ...answer, delivery: "failed" })).toMatchObject({ kind: "event", event: null, body: "" });
    expect(viewForVisitor({ ...answer, author: "app", delivery: "queued" })).toMatchObject({ event: null, body: "" });
  });

  it("carries nothing but the agreed fields", async () => {
    const { visitor } = await busyThread();
    const { messages } = await listVisitorMessages(visitor, {});
    const fields = new Set(messages.flatMap((message) => Object.keys(message)));
    expect([...fields].sort()).toEqual(
      [
        "attachments",
        "author",
        "authorName",
        "body",
        "clientKey",
        "createdAt",
        "edited",
        "event",
        "id",
        "kind",
        "offer",
        "quickReplies",
        "reactions",
        "receipt",
        "replyTo",
        "seq",
        "sticker",
        "unsent",
        "version",
      ].sort(),
    );
  });
});

describe("a page of messages", () => {
  it("goes back to the first one and says when it is reached", async () => {
    const { owner, visitor, conversationId } = await busyThread();
    for (let i = 0; i < 100; i++) await receiveMessage(visitor, { clientKey: newId(), body: `Message ${i}` });
    const { messages: all } = await listMessages(owner, { conversationId, after: 0 });
    const before = all.length - 50 + 1;
    const middle = await listMessages(owner, { conversationId, before });
    expect(middle.messages.map((message) => message.seq)).toEqual(all.slice(before - 51, before - 1).map((m) => m.seq));
    expect(middle.hasOlder).toBe(true);
    expect(await listMessages(owner, { conversationId, before: 51 })).toMatchObject({ hasOlder: false });
    expect(await listMessages(owner, { conversationId, before: 1 })).toMatchObject({ messages: [], hasOlder: false });
    expect(await listMessages(owner, { conversationId, after: all.length })).toMatchObject({ messages: [] });
    const around = await listMessages(owner, { conversationId, message: all[59]?.id });
    expect(around.messages.map((message) => message.seq)).toEqual(all.slice(34, 85).map((m) => m.seq));
    expect(around.found).toBe(60);
    expect(await listMessages(owner, { conversationId, around: 60 })).toEqual(around);
    expect(await listMessages(owner, { conversationId, since: "1970-01-01T00:00:00Z" })).toMatchObject({ found: 1 });
    const never = await listMessages(owner, { conversationId, since: "9999-01-01T00:00:00Z" });
    expect(never.found).toBeUndefined();
    expect(never.messages.at(-1)?.seq).toBe(all.at(-1)?.seq);
    const elsewhere = await busyThread();
    await expect(
      listMessages(owner, { conversationId: elsewhere.conversationId, message: all[0]?.id }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});
