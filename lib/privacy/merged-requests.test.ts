import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { dataRequests } from "#db/schema/privacy";
import { mergeContacts } from "#lib/connect/merge-contacts";
import { undoMerge } from "#lib/connect/undo-merge";
import { makeThread, storedMessages } from "#lib/connect/visitor-fixture";
import { refused } from "#lib/core/errors";
import type { ShopView } from "#lib/shops/load-shop";
import { makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { runJobs } from "#lib/worker/jobs-fixture";
import { answerAccess } from "./answer-access";
import { beginErasure, eraseContact } from "./ask-erasure";
import { listOpenRequests, listRequestsOf } from "./list-requests";
import { recordRequest } from "./record-request";

let shop: ShopView;
let owner: TestMember;
beforeAll(async () => {
  ({ shop, owner } = await makeShop());
});

const makeContact = async () => {
  const { visitor, conversationId } = await makeThread(shop);
  return { contactId: visitor.contactId, conversationId };
};
const daysAgo = (n: number) => new Date(Date.now() - n * 86_400_000).toISOString().slice(0, 10);
const ask = (contactId: string, days = 1) =>
  recordRequest(owner, { contactId, kind: "access", askedOn: daysAgo(days) });
const merge = (contactId: string, otherId: string) => mergeContacts(owner, { contactId, otherId });
const openOf = async (contactId: string) =>
  (await listRequestsOf(owner, { contactId })).filter(({ state }) => state !== "done");

describe("an erasure under way", () => {
  it("holds its contact apart: nobody is joined with her, and no merge of hers is undone, until she is gone", async () => {
    const [hers, other, before] = [await makeContact(), await makeContact(), await makeContact()];
    const { mergeId } = await merge(hers.contactId, before.contactId);
    await eraseContact(owner, { contactId: hers.contactId });
    await expect(merge(other.contactId, hers.contactId)).rejects.toEqual(refused("contact_erasing"));
    await expect(merge(hers.contactId, other.contactId)).rejects.toEqual(refused("contact_erasing"));
    await expect(undoMerge(owner, { mergeId: mergeId ?? "" })).rejects.toEqual(refused("contact_erasing"));
    await runJobs(shop.id);
    await expect(merge(hers.contactId, other.contactId)).rejects.toEqual(refused("contact_erased"));
    for (const { conversationId } of [hers, before]) expect(await storedMessages(shop.id, conversationId)).toEqual([]);
    expect(await storedMessages(shop.id, other.conversationId)).toHaveLength(1);
  });

  it("is hers whom the contact was merged into meanwhile", async () => {
    const [hers, kept] = [await makeContact(), await makeContact()];
    await merge(kept.contactId, hers.contactId);
    const asked = { contactId: hers.contactId, byMemberId: owner.memberId, proof: {} };
    const { contactId } = await inShop(shop.id, (tx) => beginErasure(tx, shop.id, asked, { origin: "member" }));
    expect(contactId).toBe(kept.contactId);
    await runJobs(shop.id);
    const erased = await inShop(shop.id, (tx) =>
      tx
        .select({ erasedAt: contacts.erasedAt })
        .from(contacts)
        .where(and(eq(contacts.shopId, shop.id), eq(contacts.id, kept.contactId))),
    );
    expect(erased).toEqual([{ erasedAt: expect.any(Date) }]);
  });
});

describe("a request that waits", () => {
  it("goes with its contact into a merge, and back when it is undone", async () => {
    const [hers, kept] = [await makeContact(), await makeContact()];
    const { id } = await ask(hers.contactId);
    const { mergeId } = await merge(kept.contactId, hers.contactId);
    expect(await openOf(kept.contactId)).toMatchObject([{ id }]);
    expect(await ask(kept.contactId)).toMatchObject({ id });
    await undoMerge(owner, { mergeId: mergeId ?? "" });
    expect([await openOf(kept.contactId), await openOf(hers.contactId)]).toMatchObject([[], [{ id }]]);
    await answerAccess(owner, { contactId: hers.contactId });
  });

  it("stays with whom it came back to, when a later merge is undone after the first", async () => {
    const [hers, between, kept] = [await makeContact(), await makeContact(), await makeContact()];
    const { id } = await ask(hers.contactId);
    const [first, second] = [
      await merge(between.contactId, hers.contactId),
      await merge(kept.contactId, between.contactId),
    ];
    await undoMerge(owner, { mergeId: first.mergeId ?? "" });
    await undoMerge(owner, { mergeId: second.mergeId ?? "" });
    expect(await openOf(hers.contactId)).toMatchObject([{ id }]);
    await answerAccess(owner, { contactId: hers.contactId });
  });

  it("is one with the other's of its kind, due when the first is due, and two again when it is undone", async () => {
    const [hers, kept] = [await makeContact(), await makeContact()];
    const [first, own] = [await ask(hers.contactId, 9), await ask(kept.contactId, 2)];
    const { mergeId } = await merge(kept.contactId, hers.contactId);
    expect(await listOpenRequests(owner)).toMatchObject([{ id: own.id, dueAt: first.dueAt }]);
    await undoMerge(owner, { mergeId: mergeId ?? "" });
    expect(await openOf(hers.contactId)).toMatchObject([{ id: first.id, completedAt: null }]);
    const again = await merge(kept.contactId, hers.contactId);
    await answerAccess(owner, { contactId: kept.contactId });
    await undoMerge(owner, { mergeId: again.mergeId ?? "" });
    expect(await listOpenRequests(owner)).toEqual([]);
    const [stored] = await inShop(shop.id, (tx) =>
      tx
        .select()
        .from(dataRequests)
        .where(and(eq(dataRequests.shopId, shop.id), eq(dataRequests.id, first.id))),
    );
    expect(stored).toMatchObject({ state: "done", proof: { sameAs: own.id } });
  });
});
