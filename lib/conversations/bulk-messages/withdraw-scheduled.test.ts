import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { bulkMessageRows } from "#db/schema/bulk-messages";
import { messages } from "#db/schema/conversations";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { scene, start, work, writtenIn } from "#lib/worker/bulk-messages-fixture";
import { jobsOf, runJob, takeJobs } from "#lib/worker/jobs-fixture";
import * as cancelling from "../cancel-scheduled";
import { cancelScheduled } from "../cancel-scheduled";
import { sendScheduled } from "../send-scheduled";
import { cancelBulkMessage, loadBulkMessage, resumeBulkMessage } from "./control-bulk-message";
import { listWritten } from "./list-written";

afterEach(() => void vi.useRealTimers());

/** Late in the evening: offers wait until the morning. */
const NIGHT = new Date("2026-12-01T22:00:00Z");
const MORNING = new Date("2026-12-02T10:00:00Z");

/** Offers to so many, all of which wait for the morning. */
async function scheduled(n: number) {
  const the = await scene(Array.from({ length: n }, () => ["offers"]));
  vi.setSystemTime(NIGHT);
  const { id: bulkMessageId } = await start(the.owner, { filter: {} });
  await work(the.shop.id);
  expect(await loadBulkMessage(the.owner, { bulkMessageId })).toMatchObject({ state: "done", scheduled: n });
  return { ...the, bulkMessageId };
}

const withdrawals = async (shopId: string) =>
  (await takeJobs(shopId, true)).filter(({ task }) => task === "withdrawBulkMessage");

async function withdraw(shopId: string): Promise<void> {
  for (const { task, payload } of await withdrawals(shopId)) await runJob(task, payload);
}

const storedOf = (shopId: string, conversationId = "") =>
  inShop(shopId, (tx) =>
    tx
      .select()
      .from(messages)
      .where(
        and(eq(messages.shopId, shopId), eq(messages.conversationId, conversationId), eq(messages.purpose, "offers")),
      ),
  );

const stop = (actor: MemberActor, bulkMessageId: string) => cancelBulkMessage(actor, { bulkMessageId });

describe("a message to many that is stopped", () => {
  it("takes back what is scheduled and has not left, and can be gone on with for them", async () => {
    const { shop, owner, bulkMessageId } = await scheduled(3);
    expect(await stop(owner, bulkMessageId)).toMatchObject({ state: "cancelled", scheduled: 3, left: 0 });
    await withdraw(shop.id);
    const view = await loadBulkMessage(owner, { bulkMessageId });
    expect(view).toMatchObject({ state: "cancelled", scheduled: 0, withdrawn: 3, left: 3, sent: 0 });
    expect(await writtenIn(shop.id)).toEqual([]);
    await vi.setSystemTime(MORNING);
    expect(await resumeBulkMessage(owner, { bulkMessageId })).toMatchObject({ withdrawn: 0, left: 3 });
    await work(shop.id);
    expect(await loadBulkMessage(owner, { bulkMessageId })).toMatchObject({ state: "done", sent: 3, left: 0 });
    expect(await writtenIn(shop.id)).toHaveLength(3);
  });

  it("counts what left meanwhile as sent, and what a member took back by hand as refused", async () => {
    const { shop, owner, bulkMessageId, threads } = await scheduled(3);
    const [first, second] = threads.map(({ conversationId }) => conversationId);
    const [gone, byHand] = [(await storedOf(shop.id, first)).at(-1), (await storedOf(shop.id, second)).at(-1)];
    await cancelScheduled(owner, { messageId: byHand?.id ?? "" });
    vi.setSystemTime(MORNING);
    await sendScheduled(shop.id, { conversationId: first ?? "", messageId: gone?.id ?? "" });
    await stop(owner, bulkMessageId);
    await withdraw(shop.id);
    expect(await loadBulkMessage(owner, { bulkMessageId })).toMatchObject({
      ...{ sent: 1, scheduled: 0, refused: 1, withdrawn: 1, left: 1 },
      problems: [{ key: "bulk_message_taken_back", n: 1 }],
    });
    expect((await writtenIn(shop.id)).map(({ conversationId }) => conversationId)).toEqual([first]);
    expect((await listWritten(owner, { bulkMessageId, state: "scheduled" })).rows).toEqual([]);
  });

  it("takes the others back where one fails, and that one when its job is tried again, each once", async () => {
    const { shop, owner, bulkMessageId } = await scheduled(3);
    await stop(owner, bulkMessageId);
    const [job] = await withdrawals(shop.id);
    const original = cancelling.takeBack;
    const spied = vi.spyOn(cancelling, "takeBack");
    onTestFinished(() => spied.mockRestore());
    spied.mockImplementationOnce(async (...some) => {
      await original(...some);
      throw new Error("killed before the commit");
    });
    await expect(runJob("withdrawBulkMessage", job?.payload)).rejects.toThrow("killed before the commit");
    expect(await loadBulkMessage(owner, { bulkMessageId })).toMatchObject({ scheduled: 1, withdrawn: 2, left: 2 });
    await runJob("withdrawBulkMessage", job?.payload);
    expect(await loadBulkMessage(owner, { bulkMessageId })).toMatchObject({ scheduled: 0, withdrawn: 3, left: 3 });
    await runJob("withdrawBulkMessage", job?.payload);
    expect(await loadBulkMessage(owner, { bulkMessageId })).toMatchObject({ scheduled: 0, withdrawn: 3, left: 3 });
  });

  it("is forgotten after a week, and not while something of it waits", async () => {
    const { shop, owner, bulkMessageId, threads } = await scheduled(1);
    await takeJobs(shop.id);
    const [waiting] = (await storedOf(shop.id, threads[0]?.conversationId)).slice(-1);
    for (const [at, goesAt, again] of [
      [NIGHT, new Date("2026-12-02T07:00:00Z"), new Date("2026-12-03T07:00:00Z")],
      [MORNING, new Date("2026-12-09T07:00:00Z"), new Date("2026-12-10T07:00:00Z")],
      [MORNING, NIGHT, new Date("2026-12-03T10:00:00Z")],
    ] as const) {
      vi.setSystemTime(at);
      await inShop(shop.id, (tx) =>
        tx
          .update(messages)
          .set({ sendAt: goesAt })
          .where(and(eq(messages.shopId, shop.id), eq(messages.id, waiting?.id ?? ""))),
      );
      await runJob("forgetBulkMessage", { shopId: shop.id, bulkMessageId });
      expect(await loadBulkMessage(owner, { bulkMessageId })).toMatchObject({ scheduled: 1 });
      expect(await jobsOf(shop.id)).toMatchObject([{ task: "forgetBulkMessage", runAt: again }]);
    }
    await sendScheduled(shop.id, { conversationId: waiting?.conversationId ?? "", messageId: waiting?.id ?? "" });
    await runJob("forgetBulkMessage", { shopId: shop.id, bulkMessageId });
    await expect(loadBulkMessage(owner, { bulkMessageId })).rejects.toEqual(notFound("bulk message"));
  });

  it("is over where those for whom it was scheduled were erased meanwhile", async () => {
    const { shop, owner, bulkMessageId, ids } = await scheduled(2);
    await inShop(shop.id, (tx) =>
      tx
        .delete(bulkMessageRows)
        .where(and(eq(bulkMessageRows.shopId, shop.id), eq(bulkMessageRows.contactId, ids[0] ?? ""))),
    );
    await stop(owner, bulkMessageId);
    await withdraw(shop.id);
    expect(await loadBulkMessage(owner, { bulkMessageId })).toMatchObject({
      ...{ state: "cancelled", withdrawing: false, scheduled: 0, withdrawn: 1 },
    });
  });

  it("says of one that did not go why, and names the contact alone", async () => {
    const { shop, owner, bulkMessageId, threads } = await scheduled(2);
    const failed = [{ key: "author_left", params: { name: "Karim" } }, null];
    for (const [at, decision] of failed.entries()) {
      const [one] = (await storedOf(shop.id, threads[at]?.conversationId)).slice(-1);
      const said = decision && one?.decision ? { ...one.decision, ...decision } : null;
      await inShop(shop.id, (tx) =>
        tx
          .update(messages)
          .set({ delivery: "failed", sendAt: null, decision: said })
          .where(and(eq(messages.shopId, shop.id), eq(messages.id, one?.id ?? ""))),
      );
    }
    await stop(owner, bulkMessageId);
    await withdraw(shop.id);
    const { rows } = await listWritten(owner, { bulkMessageId, state: "refused" });
    expect(rows.map(({ problem }) => problem?.key).sort()).toEqual([
      "bulk_message_author_left",
      "bulk_message_undelivered",
    ]);
    expect(rows.map(({ name, problem }) => problem?.params.name === name.split(" ")[0])).toEqual([true, true]);
  });

  it("takes back nothing once it is gone on with", async () => {
    const { shop, owner, bulkMessageId } = await scheduled(2);
    await stop(owner, bulkMessageId);
    const [job] = await withdrawals(shop.id);
    await resumeBulkMessage(owner, { bulkMessageId });
    await runJob("withdrawBulkMessage", job?.payload);
    await work(shop.id);
    expect(await loadBulkMessage(owner, { bulkMessageId })).toMatchObject({ state: "done", scheduled: 2, left: 0 });
  });
});
