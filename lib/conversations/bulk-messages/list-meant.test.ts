import { and, eq, inArray } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { bulkMessageRows } from "#db/schema/bulk-messages";
import { contacts } from "#db/schema/contacts";
import { notFound } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { jobs, scene, start, work, writtenIn } from "#lib/worker/bulk-messages-fixture";
import { runJob } from "#lib/worker/jobs-fixture";
import { cancelBulkMessage, loadBulkMessage, resumeBulkMessage } from "./control-bulk-message";
import { LOOKED_AT } from "./list-meant";

afterEach(() => void vi.useRealTimers());

/** One of so many has a name that the filter finds. */
const EVERY = 250;

/** A shop of so many contacts. */
async function manyContacts(n: number) {
  const { shop, owner } = await makeShop();
  const ids = Array.from({ length: n }, (_, at) => newId(Date.parse("2026-01-01T00:00:00Z") + at));
  await inShop(shop.id, (tx) =>
    tx.insert(contacts).values(ids.map((id, at) => ({ id, shopId: shop.id, name: at % EVERY ? "Zoé" : "Amélie" }))),
  );
  return { shop, owner, meant: ids.filter((_, at) => at % EVERY === 0) };
}

const FILTER = { search: "Amélie" };

const listed = async (shopId: string, bulkMessageId: string) =>
  (
    await inShop(shopId, (tx) =>
      tx
        .select({ id: bulkMessageRows.contactId })
        .from(bulkMessageRows)
        .where(and(eq(bulkMessageRows.shopId, shopId), eq(bulkMessageRows.bulkMessageId, bulkMessageId))),
    )
  )
    .map(({ id }) => id)
    .sort();

describe("whom a message to many is meant for", () => {
  it("is written down by one stretch at the press, and to its end by the job", async () => {
    const { shop, owner, meant } = await manyContacts(LOOKED_AT * 2 + 3);
    const { id: bulkMessageId, ...begun } = await start(owner, { filter: FILTER });
    expect(begun).toMatchObject({ state: "running", listing: true, total: LOOKED_AT / EVERY, left: LOOKED_AT / EVERY });
    await inShop(shop.id, (tx) =>
      tx.insert(contacts).values({ id: newId(Date.parse("2026-01-02T00:00:00Z")), shopId: shop.id, name: "Amélie" }),
    );
    await work(shop.id);
    expect(await listed(shop.id, bulkMessageId), "who became a contact after the press is not meant").toEqual(meant);
    const total = meant.length;
    expect(await loadBulkMessage(owner, { bulkMessageId })).toMatchObject({
      ...{ state: "done", listing: false, total, refused: total, left: 0 },
      problems: [{ key: "no_conversation", n: total }],
    });
  });

  it("is written down no further once it is stopped, nobody is written to, and it can be gone on with", async () => {
    const { shop, owner, meant } = await manyContacts(LOOKED_AT + 1);
    const { id: bulkMessageId } = await start(owner, { filter: FILTER });
    const [job] = await jobs(shop.id);
    const ended = await cancelBulkMessage(owner, { bulkMessageId });
    expect(ended).toMatchObject({ state: "cancelled", listing: true, total: LOOKED_AT / EVERY });
    await runJob("writeBulkMessage", job?.payload);
    expect(await loadBulkMessage(owner, { bulkMessageId })).toEqual(ended);
    await resumeBulkMessage(owner, { bulkMessageId });
    await work(shop.id);
    expect(await listed(shop.id, bulkMessageId)).toEqual(meant);
    expect(await loadBulkMessage(owner, { bulkMessageId })).toMatchObject({ state: "done", listing: false, left: 0 });
  });

  it("is gone on with after the last stretch when its worker was killed, each contact once", async () => {
    const { shop, owner, meant } = await manyContacts(LOOKED_AT * 2 + 1);
    const { id: bulkMessageId } = await start(owner, { filter: FILTER });
    const [job] = await jobs(shop.id);
    await Promise.all([runJob("writeBulkMessage", job?.payload), runJob("writeBulkMessage", job?.payload)]);
    expect(await listed(shop.id, bulkMessageId)).toEqual(meant);
    expect(await loadBulkMessage(owner, { bulkMessageId })).toMatchObject({ total: meant.length, listing: false });
  });

  it("is nobody where the filter means nobody: at the press in a small shop, and told at the end in a large one", async () => {
    const small = await scene([["offers"]]);
    await expect(start(small.owner, { filter: { search: "Nobody" } })).rejects.toEqual(notFound("contact"));
    vi.useRealTimers();
    const { shop, owner, meant } = await manyContacts(LOOKED_AT + 1);
    const { id: bulkMessageId } = await start(owner, { filter: { search: "Nobody" } });
    await work(shop.id);
    expect(await loadBulkMessage(owner, { bulkMessageId })).toMatchObject({ state: "done", total: 0, left: 0 });
    expect(await writtenIn(shop.id)).toEqual([]);
    expect(meant).not.toEqual([]);
  });

  it("is decided by the filter when each stretch is written down: who left it since the press gets nothing", async () => {
    const { shop, owner, meant } = await manyContacts(LOOKED_AT + 3);
    const { id: bulkMessageId } = await start(owner, { filter: FILTER });
    const last = meant.at(-1) ?? "";
    await inShop(shop.id, (tx) =>
      tx
        .update(contacts)
        .set({ name: "Zoé" })
        .where(and(eq(contacts.shopId, shop.id), inArray(contacts.id, [last]))),
    );
    await work(shop.id);
    expect(await listed(shop.id, bulkMessageId)).toEqual(meant.slice(0, -1));
  });
});
