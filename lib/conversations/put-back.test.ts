import { describe, expect, it } from "vitest";
import { makeThread } from "#lib/connect/visitor-fixture";
import { HOUR } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { runJobs } from "#lib/worker/jobs-fixture";
import { cancelScheduled } from "./cancel-scheduled";
import { closeConversation, reopenConversation } from "./close-conversation";
import { loadThread } from "./load-thread";
import { markSpam } from "./mark-spam";
import { putBack } from "./put-back";
import { receiveMessage } from "./receive-message";
import { sendMessage } from "./send-message";
import { snoozeConversation } from "./snooze/snooze-conversation";

async function thread() {
  const { shop, owner } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop);
  await runJobs(shop.id);
  const row = async () => (await loadThread(owner, { conversationId })).row;
  const write = (hold?: number) =>
    sendMessage(owner, { conversationId, clientKey: newId(), body: "À demain", ...(hold ? { hold } : {}) });
  return { shop, owner, visitor, conversationId, row, write, before: await row() };
}

const inAnHour = () => new Date(Date.now() + HOUR).toISOString();

describe("a conversation that is put back", () => {
  it("waits again since when it waited, and is unread again", async () => {
    const { owner, conversationId, before, row } = await thread();
    const { waitingSince, unread } = before;
    expect([waitingSince, unread]).toEqual([expect.any(String), expect.any(Number)]);
    expect(unread).toBeGreaterThan(0);
    for (const away of [closeConversation, markSpam]) {
      expect(await away(owner, { conversationId })).toMatchObject({ waitingSince: null, unread: 0 });
      expect(await putBack(owner, { conversationId })).toMatchObject({ status: "open", waitingSince, unread });
    }
    expect(await row()).toMatchObject({ status: "open", waitingSince, unread });
  });

  it("is snoozed again until the time it was snoozed until, and closed again where it was closed", async () => {
    const { owner, conversationId, before } = await thread();
    const { snoozedUntil } = await snoozeConversation(owner, { conversationId, until: inAnHour() });
    await closeConversation(owner, { conversationId });
    const { waitingSince, unread } = before;
    expect(await putBack(owner, { conversationId })).toMatchObject({
      ...{ status: "snoozed", snoozedUntil, waitingSince, unread },
    });
    await closeConversation(owner, { conversationId });
    await markSpam(owner, { conversationId });
    expect(await putBack(owner, { conversationId })).toMatchObject({ status: "closed", waitingSince: null, unread: 0 });
  });

  it("does not wait where it was answered since, and stays as it is where it is open", async () => {
    const { owner, visitor, conversationId, write } = await thread();
    await closeConversation(owner, { conversationId });
    await write();
    await closeConversation(owner, { conversationId });
    expect(await putBack(owner, { conversationId })).toMatchObject({ status: "open", waitingSince: null, unread: 0 });
    await receiveMessage(visitor, { clientKey: newId(), body: "Et demain ?" });
    expect(await putBack(owner, { conversationId })).toMatchObject({ waitingSince: expect.any(String), unread: 1 });
  });

  it("waits for nobody where it was opened by hand before it was closed again", async () => {
    const { owner, conversationId } = await thread();
    await closeConversation(owner, { conversationId });
    await reopenConversation(owner, { conversationId });
    await closeConversation(owner, { conversationId });
    expect(await putBack(owner, { conversationId })).toMatchObject({ status: "open", waitingSince: null, unread: 0 });
  });
});

describe("a message that is held back and taken back", () => {
  it("opens again what was closed or snoozed with it, which waits as before", async () => {
    const { owner, conversationId, before, write, row } = await thread();
    const { waitingSince, unread } = before;
    const first = (await write(10)).id;
    await closeConversation(owner, { conversationId, messageId: first });
    await cancelScheduled(owner, { messageId: first });
    expect(await row()).toMatchObject({ status: "open", waitingSince, unread });
    const second = (await write(10)).id;
    await snoozeConversation(owner, { conversationId, until: inAnHour(), messageId: second });
    await cancelScheduled(owner, { messageId: second });
    expect(await row()).toMatchObject({ status: "open", snoozedUntil: null, waitingSince, unread });
  });

  it("before its conversation is closed with it closes nothing", async () => {
    const { owner, conversationId, write } = await thread();
    const { id: messageId } = await write(10);
    await cancelScheduled(owner, { messageId });
    expect(await closeConversation(owner, { conversationId, messageId })).toMatchObject({ status: "open" });
    const until = inAnHour();
    expect(await snoozeConversation(owner, { conversationId, messageId, until })).toMatchObject({ status: "open" });
  });

  it("leaves closed what somebody closed for itself", async () => {
    const { owner, conversationId, write, row } = await thread();
    const { id: messageId } = await write(10);
    await closeConversation(owner, { conversationId });
    await cancelScheduled(owner, { messageId });
    expect(await row()).toMatchObject({ status: "closed", waitingSince: null });
  });

  it("of another conversation is refused", async () => {
    const [{ owner, conversationId }, other] = [await thread(), await thread()];
    const { id: messageId } = await other.write(10);
    await expect(closeConversation(owner, { conversationId, messageId })).rejects.toMatchObject({ code: "not_found" });
  });
});
