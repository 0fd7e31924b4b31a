import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { bulkMessageRows } from "#db/schema/bulk-messages";
import { contacts } from "#db/schema/contacts";
import { mergeContacts } from "#lib/connect/merge-contacts";
import { stopOffers } from "#lib/connect/stop-offers";
import { makeThread } from "#lib/connect/visitor-fixture";
import { notFound, refused } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { makeMember } from "#lib/shops/shop-fixture";
import { BODY, jobs, scene, start, work, writtenIn } from "#lib/worker/bulk-messages-fixture";
import { runJob } from "#lib/worker/jobs-fixture";
import { dismissMember } from "../leaving/dismiss-member";
import * as sending from "../send-message";
import {
  cancelBulkMessage,
  findBulkMessage,
  loadBulkMessage,
  readBulkMessage,
  resumeBulkMessage,
} from "./control-bulk-message";
import { StartBulkMessage } from "./input";
import { listWritten } from "./list-written";
import { startBulkMessage } from "./start-bulk-message";

afterEach(() => void vi.useRealTimers());

describe("a message to many contacts", () => {
  it("goes to everybody a filter means as the rule decides when it comes to each, and tells who got nothing and why", async () => {
    const { shop, owner, threads, ids } = await scene([["offers"], ["offers"], [], ["offers"]]);
    const [never] = await inShop(shop.id, (tx) =>
      tx.insert(contacts).values({ shopId: shop.id, name: "Jeanne Petit", email: "jeanne@example.com" }).returning(),
    );
    const capped = threads[1]?.conversationId ?? "";
    await sending.sendMessage(owner, { conversationId: capped, clientKey: newId(), body: "Avant", purpose: "offers" });
    const { id: bulkMessageId, ...begun } = await start(owner, { filter: {} });
    expect(begun).toMatchObject({ state: "running", total: 5, left: 5, preview: BODY });
    const [, , , last] = threads;
    if (last) await stopOffers(last.visitor, { locale: "fr", source: "https://a.example" });
    await makeThread(shop);
    await work(shop.id);
    expect(await loadBulkMessage(owner, { bulkMessageId })).toMatchObject({
      ...{ state: "done", sent: 1, scheduled: 1, refused: 3, left: 0 },
      problems: expect.arrayContaining([
        { key: "no_conversation", n: 1 },
        { key: "offers_not_allowed", n: 1 },
        { key: "offers_refused", n: 1 },
      ]),
    });
    const written = (await writtenIn(shop.id)).filter(({ body }) => body === BODY);
    expect(written).toEqual(
      expect.arrayContaining([
        { conversationId: threads[0]?.conversationId, body: BODY, delivery: "queued" },
        { conversationId: capped, body: BODY, delivery: "scheduled" },
      ]),
    );
    expect(written).toHaveLength(2);
    const { rows, next } = await listWritten(owner, { bulkMessageId, state: "refused" });
    expect(next).toBeNull();
    expect(rows.map(({ contactId }) => contactId).sort()).toEqual([ids[2], ids[3], never?.id].sort());
    expect(rows.find(({ contactId }) => contactId === never?.id)).toEqual({
      ...{ contactId: never?.id, conversationId: null, name: "Jeanne Petit", at: null },
      problem: { key: "no_conversation", params: { name: "Jeanne" } },
    });
    const later = await listWritten(owner, { bulkMessageId, state: "scheduled" });
    expect(later.rows).toMatchObject([{ contactId: ids[1], conversationId: capped, at: expect.any(String) }]);
  });

  it("goes to the chosen alone, of this shop alone, and begins once for one key", async () => {
    const [here, there] = [await scene([["offers"], ["offers"]]), await scene([["offers"]])];
    const to = { contactIds: [here.ids[0] ?? "", there.ids[0] ?? "", newId()] };
    const input = { clientKey: newId(), to, purpose: "service" as const, body: BODY };
    const first = await startBulkMessage(here.owner, input);
    expect(await startBulkMessage(here.owner, input)).toMatchObject({ id: first.id, total: 1 });
    await expect(start(here.owner, to)).rejects.toEqual(refused("bulk_message_under_way"));
    await work(here.shop.id);
    expect(await writtenIn(here.shop.id)).toHaveLength(1);
    expect(await writtenIn(there.shop.id)).toEqual([]);
    await expect(start(here.owner, { contactIds: [there.ids[0] ?? ""] })).rejects.toEqual(notFound("contact"));
    const foreign = { bulkMessageId: first.id };
    for (const command of [loadBulkMessage, cancelBulkMessage, resumeBulkMessage, readBulkMessage])
      await expect(command(there.owner, foreign)).rejects.toEqual(notFound("bulk message"));
    await expect(listWritten(there.owner, { ...foreign, state: "refused" })).rejects.toEqual(notFound("bulk message"));
  });

  it("is written once to each when its worker is killed, before the commit or after it", async () => {
    const { shop, owner } = await scene([["offers"], ["offers"], ["offers"], ["offers"]]);
    const { id: bulkMessageId } = await start(owner, { filter: {} }, "service");
    const [job] = await jobs(shop.id);
    const original = sending.sendInside;
    const spied = vi.spyOn(sending, "sendInside");
    onTestFinished(() => spied.mockRestore());
    spied.mockImplementationOnce(original);
    spied.mockImplementationOnce(async (...some) => {
      await original(...some);
      throw new Error("killed before the commit");
    });
    await runJob("writeBulkMessage", job?.payload);
    await runJob("writeBulkMessage", job?.payload);
    expect(await writtenIn(shop.id)).toHaveLength(4);
    expect(await loadBulkMessage(owner, { bulkMessageId })).toMatchObject({ state: "done", sent: 4, refused: 0 });
  });

  it("is given up for whom it fails again and again, and goes to the others", async () => {
    const { shop, owner, threads } = await scene([["offers"], ["offers"], ["offers"]]);
    const poison = threads[1]?.conversationId;
    const { id: bulkMessageId } = await start(owner, { filter: {} }, "service");
    const original = sending.sendInside;
    const spied = vi.spyOn(sending, "sendInside");
    onTestFinished(() => spied.mockRestore());
    spied.mockImplementation(async (tx, actor, input) => {
      if (input.conversationId === poison) throw new Error("poison");
      return original(tx, actor, input);
    });
    await work(shop.id);
    expect(await loadBulkMessage(owner, { bulkMessageId })).toMatchObject({
      ...{ state: "done", sent: 2, refused: 1 },
      problems: [{ key: "bulk_message_failed", n: 1 }],
    });
  });

  it("that was ended writes to nobody else, and goes on with those who are left when it is asked", async () => {
    const { shop, owner } = await scene([["offers"], ["offers"], ["offers"]]);
    const { id: bulkMessageId } = await start(owner, { filter: {} }, "service");
    const original = sending.sendInside;
    const spied = vi.spyOn(sending, "sendInside");
    onTestFinished(() => spied.mockRestore());
    let ended: Promise<unknown> = Promise.resolve();
    spied.mockImplementationOnce(async (...some) => {
      ended = cancelBulkMessage(owner, { bulkMessageId });
      return original(...some);
    });
    const [job] = await jobs(shop.id);
    const working = runJob("writeBulkMessage", job?.payload);
    await working;
    await ended;
    const at = await loadBulkMessage(owner, { bulkMessageId });
    expect(at).toMatchObject({ state: "cancelled", stoppedBy: null });
    expect(at.sent + at.left).toBe(3);
    expect(at.left).toBeGreaterThan(0);
    expect(await writtenIn(shop.id)).toHaveLength(at.sent);
    await runJob("writeBulkMessage", job?.payload);
    expect(await writtenIn(shop.id), "an ended one's job does nothing").toHaveLength(at.sent);
    await resumeBulkMessage(owner, { bulkMessageId });
    await work(shop.id);
    expect(await loadBulkMessage(owner, { bulkMessageId })).toMatchObject({ state: "done", sent: 3, left: 0 });
    await readBulkMessage(owner, { bulkMessageId });
    expect(await findBulkMessage(owner)).toBeNull();
  });

  it("of a member who was removed stops, and another member decides whether the rest goes in her name", async () => {
    const { shop, owner } = await scene([["offers"], ["offers"]]);
    const [karim, tom] = [await makeMember(owner, "agent", "Karim Benali"), await makeMember(owner)];
    const { id: bulkMessageId } = await start(karim, { filter: {} }, "service");
    const [job] = await jobs(shop.id);
    await dismissMember(owner, { memberId: karim.memberId });
    await runJob("writeBulkMessage", job?.payload);
    expect(await writtenIn(shop.id)).toEqual([]);
    expect(await findBulkMessage(tom), "for whoever may remove members").toBeNull();
    await expect(resumeBulkMessage(tom, { bulkMessageId })).rejects.toEqual(notFound("bulk message"));
    const left = { state: "cancelled", stoppedBy: "removed", leftBy: "Karim Benali", left: 2 };
    expect(await findBulkMessage(owner)).toMatchObject({ id: bulkMessageId, ...left });
    await resumeBulkMessage(owner, { bulkMessageId });
    await work(shop.id);
    expect(await findBulkMessage(owner)).toMatchObject({ state: "done", sent: 2, leftBy: null });
  });

  it("goes once to two contacts who were joined meanwhile, and to nobody who was erased", async () => {
    const { shop, owner, ids } = await scene([["offers"], ["offers"], ["offers"]]);
    const { id: bulkMessageId } = await start(owner, { filter: {} }, "service");
    await mergeContacts(owner, { contactId: ids[0] ?? "", otherId: ids[1] ?? "" });
    await inShop(shop.id, (tx) =>
      tx
        .delete(bulkMessageRows)
        .where(and(eq(bulkMessageRows.shopId, shop.id), eq(bulkMessageRows.contactId, ids[2] ?? ""))),
    );
    await work(shop.id);
    expect(await writtenIn(shop.id)).toHaveLength(1);
    expect(await loadBulkMessage(owner, { bulkMessageId })).toMatchObject({
      ...{ state: "done", total: 3, sent: 1, refused: 1, left: 1 },
      problems: [{ key: "bulk_message_had", n: 1 }],
    });
  });

  it("takes words, and 500 chosen at most", () => {
    const input = (to: unknown, body = BODY) => ({ clientKey: newId(), to, purpose: "offers", body });
    const chosen = (n: number) => ({ contactIds: Array.from({ length: n }, newId) });
    const takes = (given: unknown) => StartBulkMessage.safeParse(given).success;
    expect([0, 1, 500, 501].map((n) => takes(input(chosen(n))))).toEqual([false, true, true, false]);
    expect(takes(input({ filter: { offers: "on" } }))).toBe(true);
    expect(takes(input({ filter: {} }, " "))).toBe(false);
    expect(takes(input({ filter: {}, ...chosen(1) }))).toBe(false);
  });
});
