import { sql } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { reportInChat } from "#lib/connect/report-in-chat";
import { answerCard, makeThread, storedMessages, type TestThread } from "#lib/connect/visitor-fixture";
import { HOUR } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { eraseContact } from "#lib/privacy/ask-erasure";
import { makeShop } from "#lib/shops/shop-fixture";
import { runJobs } from "#lib/worker/jobs-fixture";
import { deliverMessage } from "./deliver-message";
import { loadComposer } from "./load-composer";
import { readMessages } from "./read-messages";
import { receiveMessage } from "./receive-message";
import { sendMessage } from "./send-message";
import { viewForVisitor } from "./view-message";

const write = ({ visitor }: TestThread, body: string) => receiveMessage(visitor, { clientKey: newId(), body });

/** The confirmations of a thread, as they are stored. */
async function confirmations({ visitor, conversationId }: TestThread) {
  await runJobs(visitor.shopId);
  const stored = await storedMessages(visitor.shopId, conversationId);
  return stored.filter(({ event }) => event?.type === "stop_confirmed");
}

it.each(["STOP", "Arrêt !", "unsubscribe"])("confirms %s once, in her language, and lets her read it", async (word) => {
  const { shop } = await makeShop();
  const thread = await makeThread(shop);
  await answerCard(thread.visitor, ["service", "offers"]);
  await write(thread, word);
  await write(thread, "STOP");
  const [told, ...more] = await confirmations(thread);
  expect(more).toEqual([]);
  expect(told).toMatchObject({ author: "system", delivery: "sent", decision: { rule: "stop_confirmation" } });
  expect(told?.body).toContain(`${shop.name} ne vous enverra plus`);
  expect(told?.body).toContain("/me/permissions");
  const views = await inShop(shop.id, (tx) => readMessages(tx, shop.id, thread.conversationId, { last: true }));
  const hers = views.map(viewForVisitor).filter(({ author, kind }) => author === "system" && kind === "text");
  expect(hers).toMatchObject([{ id: told?.id, body: told?.body, event: null }]);
  const report = { messageId: told?.id ?? "", reported: true, reason: null };
  expect(await reportInChat(thread.visitor, report)).toEqual({ reported: [told?.id] });
});

it("is confirmed too where nothing was allowed, and again after she wrote or allowed something", async () => {
  const { shop } = await makeShop();
  const thread = await makeThread(shop);
  await write(thread, "STOP");
  expect(await confirmations(thread)).toHaveLength(1);
  await write(thread, "Encore une question");
  await write(thread, "STOP");
  expect(await confirmations(thread)).toHaveLength(2);
  await answerCard(thread.visitor, ["offers"]);
  await write(thread, "Stop");
  expect(await confirmations(thread)).toHaveLength(3);
});

it("twenty at once are confirmed once", async () => {
  const { shop } = await makeShop();
  const thread = await makeThread(shop);
  await Promise.all(Array.from({ length: 20 }, () => write(thread, "STOP")));
  expect(await confirmations(thread)).toHaveLength(1);
});

it("is not said once she allows messages again before it goes", async () => {
  const { shop } = await makeShop();
  const thread = await makeThread(shop);
  await write(thread, "STOP");
  await answerCard(thread.visitor, ["service"]);
  expect(await confirmations(thread)).toMatchObject([{ delivery: "failed", decision: { key: "stop_over" } }]);
});

it("members read that she wrote STOP and when, whatever she had allowed, until she writes or blocks the shop herself", async () => {
  const { shop, owner } = await makeShop();
  const thread = await makeThread(shop);
  const { conversationId } = thread;
  await write(thread, "STOP");
  const stop = (await storedMessages(shop.id, conversationId)).find(({ body }) => body === "STOP");
  const answer = () => sendMessage(owner, { conversationId, clientKey: newId(), body: "Une question ?" });
  await expect(answer()).rejects.toMatchObject({
    key: "stop_word",
    params: { name: "", date: stop?.createdAt.toISOString() },
  });
  expect(await loadComposer(owner, { conversationId })).toMatchObject({
    blocked: true,
    stoppedAt: stop?.createdAt.toISOString(),
  });
  await inShop(shop.id, (tx) => tx.update(contacts).set({ blockedAt: sql`clock_timestamp()` }));
  await expect(answer()).rejects.toMatchObject({ key: "contact_blocked" });
});

it("blocks whichever of the clocks is behind, and her next message ends it", async () => {
  const { shop, owner } = await makeShop();
  const thread = await makeThread(shop);
  const { conversationId } = thread;
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + HOUR });
  try {
    await write(thread, "STOP");
    const answer = () => sendMessage(owner, { conversationId, clientKey: newId(), body: "Une question ?" });
    await expect(answer()).rejects.toMatchObject({ key: "stop_word" });
    vi.setSystemTime(Date.now() - 2 * HOUR);
    await write(thread, "Encore une question");
    await expect(answer()).resolves.toMatchObject({ delivery: "queued" });
  } finally {
    vi.useRealTimers();
  }
});

it("does not go to somebody whose erasure began while it was queued", async () => {
  const { shop, owner } = await makeShop();
  const thread = await makeThread(shop);
  await write(thread, "STOP");
  await eraseContact(owner, { contactId: thread.visitor.contactId });
  const queued = async () =>
    (await storedMessages(shop.id, thread.conversationId)).find(({ event }) => event?.type === "stop_confirmed");
  await deliverMessage(shop.id, { conversationId: thread.conversationId, messageId: (await queued())?.id ?? "" });
  expect(await queued()).toMatchObject({ delivery: "failed", decision: { key: "not_while_erasing" } });
});
