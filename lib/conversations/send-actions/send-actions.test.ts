import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { makeThread } from "#lib/connect/visitor-fixture";
import { dismissMember } from "#lib/conversations/leaving/dismiss-member";
import { newId } from "#lib/core/ids";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { runJob } from "#lib/worker/jobs-fixture";
import { assignConversation } from "../assign-conversation";
import { cancelScheduled } from "../cancel-scheduled";
import { createSavedReply } from "../create-saved-reply";
import { listSavedReplies } from "../list-saved-replies";
import { loadThread } from "../load-thread";
import { sendMessage } from "../send-message";
import { createTag } from "../tags/create-tag";
import { tagConversation } from "../tags/tag-conversation";
import { NO_ACTIONS, type SendActions } from "./no-actions";

async function scene() {
  const { shop, owner } = await makeShop("Léa Moreau");
  const karim = await makeMember(owner, "agent", "Karim Benali");
  const { conversationId } = await makeThread(shop);
  const tagIds = [(await createTag(owner, { name: "a" })).id, (await createTag(owner, { name: "b" })).id];
  const row = async () => {
    const { status, assignee, priority, tags } = (await loadThread(owner, { conversationId })).row;
    return { status, assignee: assignee?.memberId ?? null, priority, tags };
  };
  const all: SendActions = {
    ...{ tagIds, priority: "high", close: true },
    assign: { memberId: karim.memberId, teamId: null },
  };
  const send = (rest: object, actions = all) =>
    sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui", actions, ...rest });
  return { shop, owner, karim, conversationId, tagIds, row, all, send };
}

describe("what is done with a message", () => {
  it("is kept with a saved reply, and nothing is none", async () => {
    const { owner, all } = await scene();
    const reply = { body: "Oui", shared: true, attachmentIds: [] };
    await createSavedReply(owner, { ...reply, title: "a", actions: all });
    await createSavedReply(owner, { ...reply, title: "b", actions: NO_ACTIONS });
    const { replies } = await listSavedReplies(owner);
    expect(replies.map(({ title, actions }) => [title, actions])).toEqual([
      ["a", all],
      ["b", null],
    ]);
  });

  it("is done in the transaction that sends it, once under one key", async () => {
    const { owner, karim, conversationId, tagIds, row, all } = await scene();
    const input = { conversationId, clientKey: newId(), body: "Oui", actions: all };
    await Promise.all([sendMessage(owner, input), sendMessage(owner, input)]);
    expect(await row()).toEqual({ status: "closed", assignee: karim.memberId, priority: "high", tags: tagIds.sort() });
    const { messages: said } = await loadThread(owner, { conversationId });
    expect(said.filter(({ event }) => event?.type === "closed")).toHaveLength(1);
  });

  it("refuses the whole when somebody it names is gone: nothing is sent and nothing done", async () => {
    const { owner, karim, row, send, conversationId } = await scene();
    const before = await row();
    await dismissMember(owner, { memberId: karim.memberId });
    await expect(send({})).rejects.toMatchObject({ code: "not_found" });
    expect(await row()).toEqual(before);
    expect((await loadThread(owner, { conversationId })).messages).toHaveLength(1);
  });

  it("is undone with undo send, but for what somebody changed since", async () => {
    const { owner, karim, conversationId, tagIds, row, send } = await scene();
    const [kept = ""] = tagIds;
    await tagConversation(owner, { conversationId, tagId: kept });
    const before = await row();
    const held = await send({ hold: 10 });
    expect(await row()).toMatchObject({ status: "closed", assignee: karim.memberId });
    await cancelScheduled(owner, { messageId: held.id });
    expect(await row()).toEqual(before);

    const again = await send({ hold: 10 });
    await assignConversation(karim, { conversationId, memberId: owner.memberId });
    await cancelScheduled(owner, { messageId: again.id });
    expect(await row()).toEqual({ ...before, assignee: owner.memberId });
  });

  it("waits for a message that is scheduled, and then leaves out what is gone", async () => {
    const { shop, owner, karim, conversationId, tagIds, row, send } = await scene();
    const before = await row();
    const later = await send({ sendAt: new Date(Date.now() + 3_600_000).toISOString() });
    expect(await row()).toEqual(before);
    await dismissMember(owner, { memberId: karim.memberId });
    await inShop(shop.id, (tx) =>
      tx
        .update(messages)
        .set({ sendAt: new Date(0) })
        .where(and(eq(messages.shopId, shop.id), eq(messages.id, later.id))),
    );
    await runJob("sendScheduled", { shopId: shop.id, conversationId, messageId: later.id });
    expect(await row()).toEqual({ status: "closed", assignee: owner.memberId, priority: "high", tags: tagIds.sort() });
  });
});
