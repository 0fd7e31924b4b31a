import { describe, expect, it } from "vitest";
import { makeThread } from "#lib/connect/visitor-fixture";
import { HOUR } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { assignConversation } from "../assign-conversation";
import { closeConversation } from "../close-conversation";
import { listConversations } from "../list-conversations";
import { loadThread } from "../load-thread";
import { createTag } from "../tags/create-tag";
import { tagConversation } from "../tags/tag-conversation";
import { type Change, ChangeMany } from "./bulk-change";
import { changeMany } from "./change-many";
import { undoOf } from "./undo-many";

async function scene() {
  const { shop, owner } = await makeShop();
  const agent = await makeMember(owner);
  const ids = [await makeThread(shop), await makeThread(shop), await makeThread(shop)].map(
    ({ conversationId }) => conversationId,
  );
  const [first = "", second = "", third = ""] = ids;
  const { id: tagId } = await createTag(owner, { name: "Livraison" });
  await assignConversation(owner, { conversationId: first, memberId: agent.memberId });
  await closeConversation(owner, { conversationId: second });
  await tagConversation(owner, { conversationId: third, tagId });
  const rows = async () =>
    Promise.all(ids.map(async (conversationId) => (await loadThread(owner, { conversationId })).row));
  return { shop, owner, agent, ids, tagId, rows };
}

const changes = (tagId: string, memberId: string): Change[] => [
  { kind: "close" },
  { kind: "reopen" },
  { kind: "spam" },
  { kind: "snooze", until: new Date(Date.now() + HOUR).toISOString() },
  { kind: "assign", memberId },
  { kind: "assign", memberId: null },
  { kind: "tag", tagId },
  { kind: "untag", tagId },
];

describe("one thing done to several conversations", () => {
  it("is done to each, and undone to what each was before", async () => {
    const { owner, ids, tagId, rows } = await scene();
    const standing = (row: Awaited<ReturnType<typeof rows>>[number]) => [row.status, row.assignee?.memberId, row.tags];
    const waiting = ({ waitingSince, unread }: Awaited<ReturnType<typeof rows>>[number]) => [waitingSince, unread];
    const before = await rows();
    for (const change of changes(tagId, owner.memberId)) {
      const done = await changeMany(owner, { conversationIds: ids, change });
      expect(done.rows.map(({ id }) => id)).toEqual(ids);
      for (const step of undoOf(before, change)) await changeMany(owner, step);
      expect((await rows()).map(standing), change.kind).toEqual(before.map(standing));
      expect((await rows()).map(waiting), change.kind).toEqual(before.map(waiting));
    }
  });

  it("leaves the others done where one is refused, and tells which and why", async () => {
    const { owner, ids } = await scene();
    const absent = newId();
    const done = await changeMany(owner, { conversationIds: [absent, ...ids], change: { kind: "close" } });
    expect(done.rows).toHaveLength(3);
    expect(done.refused).toMatchObject([{ conversationId: absent, key: "not_found" }]);
    expect((await listConversations(owner, { view: "closed" })).rows).toHaveLength(3);
  });

  it("is refused as a whole where none could be done, as another shop's are", async () => {
    const [{ ids }, other] = [await scene(), await makeShop()];
    const done = changeMany(other.owner, { conversationIds: ids, change: { kind: "close" } });
    await expect(done).rejects.toMatchObject({ code: "not_found" });
  });

  it.each([[[]], [Array.from({ length: 101 }, newId)]])("takes from 1 to 100 at once", (conversationIds) => {
    expect(ChangeMany.safeParse({ conversationIds, change: { kind: "close" } }).success).toBe(false);
  });
});
