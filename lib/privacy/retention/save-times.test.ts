import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { rowHashes } from "#db/owner-fixture";
import { messages } from "#db/schema/conversations";
import { keptTimes } from "#db/schema/privacy";
import { makeThread } from "#lib/connect/visitor-fixture";
import { overBefore } from "#lib/conversations/kept-times";
import { DAY } from "#lib/core/clock";
import { forbidden, refused } from "#lib/core/errors";
import { listActs } from "#lib/shops/list-acts";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { noteErasures, readErasures } from "../erase/replay-list";
import { countOver, loadTimes } from "./count-over";
import { endTimesOf } from "./end-times";
import { SaveTimes } from "./input";
import { restoreTimes } from "./restore-times";
import { saveTimes } from "./save-times";

beforeAll(() => {
  process.env.COMPTOIR_DATA = mkdtempSync(join(tmpdir(), "saved-"));
});

const USUAL = { messages: 24, prospects: 36, customers: 36 } as const;
const SHORT = { ...USUAL, messages: 6 } as const;

it("counts what a shorter time would end, changes nothing by that, and saves it only once that was seen", async () => {
  const { shop, owner } = await makeShop();
  const { conversationId } = await makeThread(shop);
  await inShop(shop.id, (tx) =>
    tx
      .update(messages)
      .set({ createdAt: new Date(overBefore(6).getTime() - DAY) })
      .where(and(eq(messages.shopId, shop.id), eq(messages.conversationId, conversationId))),
  );
  const before = await rowHashes(shop.id);
  expect(await countOver(owner, USUAL)).toEqual({ messages: 0, contacts: 0 });
  const seen = await countOver(owner, SHORT);
  expect(seen).toEqual({ messages: 1, contacts: 0 });
  await expect(saveTimes(owner, SHORT)).rejects.toEqual(refused("times_uncounted"));
  expect(await rowHashes(shop.id)).toEqual(before);
  await saveTimes(owner, { ...SHORT, seen });
  expect(await loadTimes(owner)).toEqual(SHORT);
  await saveTimes(owner, USUAL);
  expect(await loadTimes(owner)).toEqual(USUAL);
  const { acts } = await listActs(owner, {});
  expect(acts.slice(0, 2).map(({ act, detail }) => [act, detail.name])).toEqual([
    ["times_changed", "24 / 36 / 36"],
    ["times_changed", "6 / 36 / 36"],
  ]);
});

it("is the owner's alone, and takes the times there are", async () => {
  const { owner } = await makeShop();
  const admin = await makeMember(owner, "admin");
  const no = forbidden("owner");
  await expect(loadTimes(admin)).rejects.toEqual(no);
  await expect(countOver(admin, SHORT)).rejects.toEqual(no);
  await expect(saveTimes(admin, SHORT)).rejects.toEqual(no);
  for (const wrong of [{ prospects: 48 }, { messages: 0 }, { customers: 6 }])
    expect(SaveTimes.safeParse({ ...USUAL, ...wrong }).success).toBe(false);
});

it("a backup with the longer time does not bring it back", async () => {
  const { shop, owner } = await makeShop();
  await saveTimes(owner, { ...SHORT, seen: { messages: 0, contacts: 0 } });
  await inShop(shop.id, (tx) => tx.delete(keptTimes).where(eq(keptTimes.shopId, shop.id)));
  expect(await loadTimes(owner)).toEqual(USUAL);
  expect(await restoreTimes()).toBe(1);
  expect(await loadTimes(owner)).toEqual(SHORT);
  expect(await restoreTimes()).toBe(0);
});

it("lists of several machines, one after the other in whatever order, hold the times that were saved last", async () => {
  const { shop } = await makeShop();
  const saved = (messages: number, at: string) => ({ shopId: shop.id, times: { ...USUAL, messages }, at });
  await noteErasures([saved(12, "2026-11-02T00:00:00.000Z"), saved(36, "2026-11-01T00:00:00.000Z")]);
  const listed = (await readErasures()).times.filter(({ shopId }) => shopId === shop.id);
  expect(listed).toEqual([saved(12, "2026-11-02T00:00:00.000Z")]);
});

it("counts and clears what came in while the time was longer, after it was cleared so far already", async () => {
  const { shop, owner } = await makeShop();
  const { conversationId } = await makeThread(shop);
  const seen = { messages: 0, contacts: 0 };
  await saveTimes(owner, { ...SHORT, seen });
  await endTimesOf(shop.id);
  await saveTimes(owner, USUAL);
  await inShop(shop.id, (tx) =>
    tx
      .update(messages)
      .set({ createdAt: new Date(overBefore(6).getTime() - DAY) })
      .where(and(eq(messages.shopId, shop.id), eq(messages.conversationId, conversationId))),
  );
  expect(await countOver(owner, SHORT)).toEqual({ messages: 1, contacts: 0 });
  await saveTimes(owner, { ...SHORT, seen });
  expect(await endTimesOf(shop.id)).toEqual({ messages: 1, contacts: 0 });
});
