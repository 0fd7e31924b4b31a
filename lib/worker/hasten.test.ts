import { afterAll, beforeAll, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { makeThread } from "#lib/connect/visitor-fixture";
import { closeConversation } from "#lib/conversations/close-conversation";
import { conversationChanged, messageQueued } from "#lib/conversations/events";
import { newId } from "#lib/core/ids";
import { type Nudge, nudgeWith, type Told } from "#lib/events/define-event";
import { shopChannel } from "#lib/realtime/channels";
import { heard, whileHubIsAway } from "#lib/realtime/deaf-hub-fixture";
import { makeShop } from "#lib/shops/shop-fixture";
import { hasten } from "./hasten";
import { jobsOf, runJobs, takeJobs } from "./jobs-fixture";

/** What the latest commit told this process, which does nothing about it by itself. */
let told: readonly Told[] = [];
const listen: Nudge = async (events) => {
  told = events;
};
beforeAll(() => nudgeWith(listen));
afterAll(() => nudgeWith(async () => undefined));

async function place() {
  const { shop, owner } = await makeShop();
  const { conversationId } = await makeThread(shop);
  await takeJobs(shop.id);
  heard().splice(0);
  const rows = () => heard().filter(({ channel, event }) => channel === shopChannel(shop.id) && event === CHANGED);
  const waiting = async () => (await jobsOf(shop.id)).map(({ task }) => task);
  return { shop, owner, conversationId, rows, waiting };
}
const CHANGED = "conversation.changed";

it("what is shown at once leaves no job that shows it again, and what lasts stays queued", async () => {
  const { shop, conversationId, rows, waiting } = await place();
  await inShop(shop.id, async (tx) => {
    await conversationChanged.record(tx, shop.id, { conversationId });
    await messageQueued.record(tx, shop.id, { conversationId, messageId: newId() });
  });
  expect(await waiting()).toEqual(["show", "event"]);
  await hasten(told);
  expect(rows()).toHaveLength(1);
  await expect.poll(waiting).toEqual(["event"]);
});

it("what could not be shown at once is shown by its job", async () => {
  const { shop, conversationId, rows, waiting } = await place();
  await inShop(shop.id, (tx) => conversationChanged.record(tx, shop.id, { conversationId }));
  await whileHubIsAway(() => expect(hasten(told)).rejects.toThrow("status 503"));
  expect(rows()).toEqual([]);
  expect(await waiting()).toEqual(["show"]);
  await runJobs(shop.id);
  expect(rows()).toHaveLength(1);
});

it("what one commit changed several times is told once", async () => {
  const { owner, shop, conversationId, rows } = await place();
  await closeConversation(owner, { conversationId });
  expect(told.map(({ type }) => type).sort()).toEqual([CHANGED, "message.stored"]);
  await hasten(told);
  expect(rows()).toHaveLength(1);
  await inShop(shop.id, async (tx) => {
    for (const _ of ["once", "twice"]) await conversationChanged.record(tx, shop.id, { conversationId });
  });
  expect(told).toHaveLength(1);
});
