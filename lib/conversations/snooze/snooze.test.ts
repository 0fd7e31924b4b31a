import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { makeThread, storedConversations, storedMessages } from "#lib/connect/visitor-fixture";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { jobsOf, runJob, takeJobs } from "#lib/worker/jobs-fixture";
import { closeConversation, reopenConversation } from "../close-conversation";
import { listConversations } from "../list-conversations";
import { loadCounts } from "../load-counts";
import { receiveMessage } from "../receive-message";
import { sendMessage } from "../send-message";
import { snoozeConversation } from "./snooze-conversation";
import { UNTIL_REPLY } from "./until-reply";

async function scene() {
  const { shop, owner } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop);
  const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
  const view = async (name: "open" | "snoozed") =>
    (await listConversations(owner, { view: name })).rows.map((row) => row.id);
  const events = async () =>
    (await storedMessages(shop.id, conversationId)).flatMap(({ event }) => (event ? [event.type] : []));
  const wake = () => runJob("wakeConversation", { shopId: shop.id, conversationId });
  return { shop, owner, visitor, conversationId, inMs, view, events, wake };
}

/** The time of a snooze passes without waiting for it. */
const pass = (shopId: string) =>
  inShop(shopId, (tx) => tx.update(conversations).set({ snoozedUntil: new Date(Date.now() - 1) }));

describe("a snoozed conversation", () => {
  it("is put away with a job at its time, and comes back then, once", async () => {
    const { shop, owner, conversationId, inMs, view, events, wake } = await scene();
    await takeJobs(shop.id);
    const until = inMs(3_600_000);
    const row = await snoozeConversation(owner, { conversationId, until });
    expect(row).toMatchObject({ status: "snoozed", snoozedUntil: until });
    expect([await view("open"), await view("snoozed")]).toEqual([[], [conversationId]]);
    expect(await loadCounts(owner)).toMatchObject({ open: 0, unassigned: 0, snoozed: 1, closed: 0 });
    expect((await jobsOf(shop.id)).filter(({ task }) => task === "wakeConversation")).toMatchObject([{ due: false }]);

    await takeJobs(shop.id);
    await wake();
    expect(await view("snoozed")).toEqual([conversationId]);
    expect(await jobsOf(shop.id)).toMatchObject([{ task: "wakeConversation", due: false }]);
    await pass(shop.id);
    await wake();
    await wake();
    expect(await view("open")).toEqual([conversationId]);
    expect(await loadCounts(owner)).toMatchObject({ open: 1, unassigned: 1, snoozed: 0 });
    expect(await events()).toEqual(["snoozed", "woken"]);
  });

  it("put away until she replies is brought back by no clock, by her message alone, and stands last of its list", async () => {
    const { shop, owner, visitor, conversationId, inMs, view, wake } = await scene();
    await snoozeConversation(owner, { conversationId, until: inMs(3_600_000) });
    const row = await snoozeConversation(owner, { conversationId, until: UNTIL_REPLY });
    expect(row).toMatchObject({ status: "snoozed", snoozedUntil: UNTIL_REPLY });
    await takeJobs(shop.id);
    await wake();
    expect(await jobsOf(shop.id)).toEqual([]);
    const { conversationId: other } = await makeThread(shop);
    await snoozeConversation(owner, { conversationId: other, until: inMs(7_200_000) });
    expect(await view("snoozed")).toEqual([other, conversationId]);
    await receiveMessage(visitor, { clientKey: newId(), body: "C’est moi !" });
    expect(await view("open")).toEqual([conversationId]);
    const tooFar = snoozeConversation(owner, { conversationId, until: "9999-12-30T00:00:00.000Z" });
    await expect(tooFar).rejects.toMatchObject({ code: "invalid" });
  });

  it("put away again has one job, at the new time", async () => {
    const { shop, owner, conversationId, inMs } = await scene();
    for (const ms of [3_600_000, 7_200_000]) await snoozeConversation(owner, { conversationId, until: inMs(ms) });
    expect((await jobsOf(shop.id)).filter(({ task }) => task === "wakeConversation")).toHaveLength(1);
  });

  it("wakes when the shopper writes, and is still her only one", async () => {
    const { owner, visitor, conversationId, inMs, view } = await scene();
    await snoozeConversation(owner, { conversationId, until: inMs(3_600_000) });
    await receiveMessage(visitor, { clientKey: newId(), body: "Encore moi" });
    expect(await storedConversations(visitor)).toMatchObject([
      { id: conversationId, status: "open", snoozedUntil: null },
    ]);
    expect(await view("open")).toEqual([conversationId]);
  });

  it.each(["reopen", "close", "answer"] as const)("is no longer put away after somebody did: %s", async (what) => {
    const { shop, owner, visitor, conversationId, inMs, wake } = await scene();
    await snoozeConversation(owner, { conversationId, until: inMs(3_600_000) });
    if (what === "reopen") await reopenConversation(owner, { conversationId });
    if (what === "close") await closeConversation(owner, { conversationId });
    if (what === "answer") await sendMessage(owner, { conversationId, clientKey: newId(), body: "Oui" });
    const [before] = await storedConversations(visitor);
    expect(before).toMatchObject({ status: what === "close" ? "closed" : "open", snoozedUntil: null });
    await wake();
    expect(await storedConversations(visitor)).toEqual([before]);
    expect(await storedMessages(shop.id, conversationId)).toHaveLength(3);
  });

  it.each([-1, 0, 400 * 86_400_000])("is refused %d ms ahead", async (ms) => {
    const { owner, conversationId, inMs } = await scene();
    const outcome = snoozeConversation(owner, { conversationId, until: inMs(ms) });
    await expect(outcome).rejects.toMatchObject({ code: "invalid", fields: { until: "snooze_time" } });
  });
});
