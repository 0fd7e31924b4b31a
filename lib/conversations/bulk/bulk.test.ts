import { eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { bulkChangeRows, bulkChanges } from "#db/schema/bulk";
import { makeThread } from "#lib/connect/visitor-fixture";
import { dismissMember } from "#lib/conversations/leaving/dismiss-member";
import { HOUR } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { heard } from "#lib/realtime/deaf-hub-fixture";
import type { MemberActor } from "#lib/shops/actor";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { jobsOf, runJob, runJobs, takeJobs } from "#lib/worker/jobs-fixture";
import { assignConversation } from "../assign-conversation";
import { closeConversation, reopenConversation } from "../close-conversation";
import { listConversations } from "../list-conversations";
import { markSpam } from "../mark-spam";
import { snoozeConversation } from "../snooze/snooze-conversation";
import { createTag } from "../tags/create-tag";
import { tagConversation } from "../tags/tag-conversation";
import type { Change } from "./bulk-change";
import * as one from "./change-one";
import { cancelBulk, findBulk, loadBulk, readBulk, undoBulk } from "./control-bulk";
import { StartBulk } from "./input";
import { startBulk } from "./start-bulk";

async function shopWith(threads: number) {
  const { shop, owner } = await makeShop();
  const ids: string[] = [];
  for (let n = 0; n < threads; n += 1) ids.push((await makeThread(shop)).conversationId);
  return { shop, owner, ids };
}

async function work(shopId: string): Promise<void> {
  for (const { task, payload } of await takeJobs(shopId, true)) if (task === "changeBulk") await runJob(task, payload);
}

async function inView(actor: MemberActor, view: "open" | "closed" | "spam" | "snoozed") {
  return (await listConversations(actor, { view, limit: 100 })).rows;
}

const inAnHour = () => new Date(Date.now() + HOUR).toISOString();

describe("one thing done to everything in a view", () => {
  it("is done to what the view held when it began, and undone to what each was before", async () => {
    const { shop, owner, ids } = await shopWith(4);
    const agent = await makeMember(owner);
    const { id: tagId } = await createTag(owner, { name: "Livraison" });
    await assignConversation(owner, { conversationId: ids[0] ?? "", memberId: agent.memberId });
    await tagConversation(owner, { conversationId: ids[1] ?? "", tagId });
    const standing = async () =>
      (await inView(owner, "open"))
        .map(({ id, assignee, tags, unread, waitingSince }) => [id, assignee?.memberId, tags, unread, waitingSince])
        .sort();
    const before = await standing();
    const changes: [Change, number][] = [
      [{ kind: "close" }, 4],
      [{ kind: "spam" }, 4],
      [{ kind: "snooze", until: inAnHour() }, 4],
      [{ kind: "assign", memberId: agent.memberId }, 3],
      [{ kind: "tag", tagId }, 3],
    ];
    for (const [change, changed] of changes) {
      const { id: bulkChangeId } = await startBulk(owner, { view: "open", change });
      await work(shop.id);
      const done = await loadBulk(owner, { bulkChangeId });
      expect(done, change.kind).toMatchObject({ state: "done", total: 4, position: 4, changed, refused: 0 });
      expect(await standing(), change.kind).not.toEqual(before);
      await undoBulk(owner, { bulkChangeId });
      await work(shop.id);
      expect(await loadBulk(owner, { bulkChangeId })).toMatchObject({ state: "undone", undone: changed, kept: 0 });
      expect(await standing(), change.kind).toEqual(before);
    }
    const { id } = await startBulk(owner, { view: "open", change: { kind: "close" } });
    const late = await makeThread(shop);
    await work(shop.id);
    expect(await loadBulk(owner, { bulkChangeId: id })).toMatchObject({ changed: 4 });
    expect((await inView(owner, "open")).map((row) => row.id)).toEqual([late.conversationId]);
  });

  it("tells which were refused and why, each reason once", async () => {
    const { shop, owner, ids } = await shopWith(3);
    for (const conversationId of ids) await closeConversation(owner, { conversationId });
    const again = vi.spyOn(one, "changeOne");
    onTestFinished(() => again.mockRestore());
    const { refused } = await import("#lib/core/errors");
    again.mockRejectedValueOnce(refused("another_open")).mockRejectedValueOnce(refused("another_open"));
    const { id: bulkChangeId } = await startBulk(owner, { view: "closed", change: { kind: "reopen" } });
    await work(shop.id);
    expect(await loadBulk(owner, { bulkChangeId })).toMatchObject({
      ...{ state: "done", changed: 1, refused: 2 },
      problems: [{ key: "another_open", params: {}, n: 2 }],
    });
  });

  it("leaves alone what somebody changed since, when it is undone", async () => {
    const { shop, owner, ids } = await shopWith(3);
    const [first = "", second = ""] = ids;
    const { id: bulkChangeId } = await startBulk(owner, { view: "open", change: { kind: "close" } });
    await work(shop.id);
    await reopenConversation(owner, { conversationId: first });
    await reopenConversation(owner, { conversationId: second });
    await snoozeConversation(owner, { conversationId: second, until: inAnHour() });
    await undoBulk(owner, { bulkChangeId });
    await work(shop.id);
    expect(await loadBulk(owner, { bulkChangeId })).toMatchObject({
      ...{ state: "undone", undone: 1, kept: 2 },
      problems: [{ key: "changed_since", n: 2 }],
    });
    expect((await inView(owner, "snoozed")).map(({ id }) => id)).toEqual([second]);
  });

  it("leaves alone what somebody changed after it began", async () => {
    const { shop, owner, ids } = await shopWith(4);
    const agent = await makeMember(owner);
    const [closed = "", put = "", held = "", spam = ""] = ids;
    await startBulk(owner, { view: "open", change: { kind: "snooze", until: inAnHour() } });
    await startBulk(agent, { view: "open", change: { kind: "assign", memberId: owner.memberId } });
    await closeConversation(agent, { conversationId: closed });
    await markSpam(agent, { conversationId: spam });
    await assignConversation(agent, { conversationId: held, memberId: agent.memberId });
    await work(shop.id);
    expect((await inView(owner, "snoozed")).map(({ id }) => id)).toEqual(expect.arrayContaining([put, held]));
    expect((await inView(owner, "closed")).map(({ id }) => id)).toEqual([closed]);
    expect((await inView(owner, "spam")).map(({ id }) => id)).toEqual([spam]);
    expect(await findBulk(owner)).toMatchObject({
      ...{ state: "done", changed: 2, refused: 2 },
      problems: [{ key: "changed_since", n: 2 }],
    });
    expect(await findBulk(agent)).toMatchObject({ changed: 3, refused: 1 });
    const holders = (await inView(owner, "snoozed")).map(({ assignee }) => assignee?.memberId);
    expect(holders.sort()).toEqual([owner.memberId, agent.memberId].sort());
  });

  it("goes on where a killed worker stopped, and what that one did can be undone too", async () => {
    const { shop, owner } = await shopWith(5);
    const { id: bulkChangeId } = await startBulk(owner, { view: "open", change: { kind: "close" } });
    const [job] = (await takeJobs(shop.id, true)).filter(({ task }) => task === "changeBulk");
    const original = one.changeOne;
    const changing = vi.spyOn(one, "changeOne");
    onTestFinished(() => changing.mockRestore());
    changing.mockImplementationOnce(async (...some) => {
      changing.mockRejectedValueOnce(new Error("killed"));
      return original(...some);
    });
    await expect(runJob("changeBulk", job?.payload)).rejects.toThrow("killed");
    changing.mockRestore();
    expect(await inView(owner, "closed")).toHaveLength(1);
    await runJob("changeBulk", job?.payload);
    await runJob("changeBulk", job?.payload);
    expect(await loadBulk(owner, { bulkChangeId })).toMatchObject({ state: "done", position: 5, changed: 5 });
    await undoBulk(owner, { bulkChangeId });
    await work(shop.id);
    expect(await inView(owner, "open")).toHaveLength(5);
  });
});

describe("a bulk change under way", () => {
  it("that is ended after its worker was killed counts what that one did, and undoes it, whichever is asked first", async () => {
    const { shop, owner, ids } = await shopWith(3);
    for (const undoneFirst of [true, false]) {
      const { id: bulkChangeId } = await startBulk(owner, { view: "open", change: { kind: "close" } });
      const [job] = (await takeJobs(shop.id, true)).filter(({ task }) => task === "changeBulk");
      const original = one.changeOne;
      const changing = vi.spyOn(one, "changeOne");
      changing.mockImplementationOnce(async (...some) => {
        changing.mockRejectedValueOnce(new Error("killed"));
        return original(...some);
      });
      await expect(runJob("changeBulk", job?.payload)).rejects.toThrow("killed");
      changing.mockRestore();
      expect(await cancelBulk(owner, { bulkChangeId })).toMatchObject({ state: "cancelled", changed: 0 });
      if (!undoneFirst) {
        await runJob("changeBulk", job?.payload);
        expect(await loadBulk(owner, { bulkChangeId })).toMatchObject({ state: "cancelled", changed: 1 });
      }
      await undoBulk(owner, { bulkChangeId });
      await work(shop.id);
      expect(await loadBulk(owner, { bulkChangeId })).toMatchObject({ state: "undone", changed: 1, undone: 1 });
      expect(await inView(owner, "open")).toHaveLength(ids.length);
    }
  });

  it("stops nobody's work on a conversation while it writes down what the view holds", async () => {
    const { shop, owner, ids } = await shopWith(1);
    const [conversationId = ""] = ids;
    const { id: bulkChangeId } = await startBulk(owner, { view: "closed", change: { kind: "reopen" } });
    await inShop(shop.id, async (tx) => {
      await tx.insert(bulkChangeRows).values({ shopId: shop.id, bulkChangeId, conversationId });
      await closeConversation(owner, { conversationId });
    });
    expect(await inView(owner, "closed")).toHaveLength(1);
  });

  it("can be ended, and what it did until then undone", async () => {
    const { shop, owner } = await shopWith(12);
    const { id: bulkChangeId } = await startBulk(owner, { view: "open", change: { kind: "close" } });
    const original = one.changeOne;
    const changing = vi.spyOn(one, "changeOne");
    onTestFinished(() => changing.mockRestore());
    changing.mockImplementationOnce(async (...some) => {
      await cancelBulk(owner, { bulkChangeId });
      await undoBulk(owner, { bulkChangeId });
      return original(...some);
    });
    await work(shop.id);
    expect(await inView(owner, "closed")).toHaveLength(10);
    await work(shop.id);
    expect(await loadBulk(owner, { bulkChangeId })).toMatchObject({ state: "undone", changed: 10, undone: 10 });
    expect(await inView(owner, "open")).toHaveLength(12);
  });

  it("ends once its member is removed", async () => {
    const { shop, owner, ids } = await shopWith(2);
    const agent = await makeMember(owner);
    await startBulk(agent, { view: "open", change: { kind: "close" } });
    await dismissMember(owner, { memberId: agent.memberId });
    await work(shop.id);
    const [row] = await inShop(shop.id, (tx) => tx.select().from(bulkChanges).where(eq(bulkChanges.shopId, shop.id)));
    expect(row).toMatchObject({ state: "cancelled", stoppedBy: "removed", changed: 0 });
    expect(await inView(owner, "open")).toHaveLength(ids.length);
  });

  it("is one at a time for a member, hers alone, and shown until she has read how it ended", async () => {
    const { shop, owner } = await shopWith(1);
    const agent = await makeMember(owner);
    const close = { view: "open", change: { kind: "close" } } as const;
    const { id: bulkChangeId } = await startBulk(owner, close);
    await expect(startBulk(owner, close)).rejects.toMatchObject({ key: "bulk_under_way" });
    await expect(cancelBulk(agent, { bulkChangeId })).rejects.toMatchObject({ code: "not_found" });
    await readBulk(owner, { bulkChangeId });
    expect(await findBulk(owner)).toMatchObject({ id: bulkChangeId, state: "running" });
    expect(await findBulk(agent)).toBeNull();
    await work(shop.id);
    heard().splice(0);
    await readBulk(owner, { bulkChangeId });
    await runJobs(shop.id);
    const told = { channel: `private-shop-${shop.id}`, event: "bulk.changed" };
    expect(heard()).toContainEqual({ ...told, data: { bulkChangeId, memberId: owner.memberId } });
    expect(await findBulk(owner)).toBeNull();
    const [due] = (await jobsOf(shop.id)).filter(({ task }) => task === "forgetBulk");
    expect(due).toMatchObject({ due: false });
    await runJob("forgetBulk", due?.payload);
    await expect(loadBulk(owner, { bulkChangeId })).rejects.toMatchObject({ code: "not_found" });
  });

  it("takes the place of those that ended before it, read or not", async () => {
    const { shop, owner } = await shopWith(1);
    const { id: first } = await startBulk(owner, { view: "open", change: { kind: "close" } });
    await work(shop.id);
    const { id: second } = await startBulk(owner, { view: "closed", change: { kind: "reopen" } });
    await work(shop.id);
    expect(await findBulk(owner)).toMatchObject({ id: second });
    await readBulk(owner, { bulkChangeId: second });
    expect(await findBulk(owner)).toBeNull();
    expect(await loadBulk(owner, { bulkChangeId: first })).toMatchObject({ changed: 1, read: true });
  });

  it("is refused where it could be done to none", async () => {
    const { owner } = await shopWith(0);
    const start = (change: Change) => startBulk(owner, { view: "open", change });
    await expect(start({ kind: "tag", tagId: newId() })).rejects.toMatchObject({ code: "not_found" });
    await expect(start({ kind: "assign", memberId: newId() })).rejects.toMatchObject({ code: "not_found" });
    const past = new Date(Date.now() - HOUR).toISOString();
    await expect(start({ kind: "snooze", until: past })).rejects.toMatchObject({ code: "invalid" });
    expect(StartBulk.safeParse({ view: "open", change: { kind: "put_back" } }).success).toBe(false);
    expect(await start({ kind: "close" })).toMatchObject({ total: 0 });
  });
});
