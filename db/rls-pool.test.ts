import { sql as query } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "#lib/core/ids";
import { closeDatabase } from "./client";
import { inShop, outsideShops } from "./in-shop";
import { channels } from "./schema/channels";
import { shops } from "./schema/shops";

const TRANSACTIONS = 10_000;
const AT_ONCE = 100;
const ids = Array.from({ length: 50 }, newId);

beforeAll(async () => {
  await closeDatabase();
  const sql = postgres(process.env.DATABASE_URL ?? "", { max: 2, onnotice: () => undefined });
  Object.assign(globalThis, { comptoirDatabase: { sql, db: drizzle(sql) } });
  for (const id of ids)
    await inShop(id, (tx) =>
      tx.insert(shops).values({ id, slug: id, name: "", timeZone: "Europe/Paris", currency: "EUR", locales: ["fr"] }),
    );
});
afterAll(closeDatabase);

/** What a transaction of no shop, or one that has just begun, finds left behind by the one before it. */
const leftBehind = query`select coalesce(current_setting('app.shop_id', true), '') as left, (select count(*)::int from channels) as rows`;

it(`RLS-03: ${TRANSACTIONS} transactions of 50 shops on two connections, one in ten failing, stay apart`, async () => {
  const committed = new Map(ids.map((id) => [id, 0]));
  const wrong: unknown[] = [];

  async function visit(n: number) {
    const id = ids[(n * 7) % ids.length] ?? "";
    if (n % 10 === 1) {
      const [found] = await outsideShops((tx) => tx.execute(leftBehind));
      if (found?.left !== "" || found.rows !== 0) wrong.push({ n, found });
      return;
    }
    await inShop(id, async (tx) => {
      const see = tx.selectDistinct({ shopId: channels.shopId }).from(channels);
      const add = tx.insert(channels).values({ shopId: id, kind: "web_chat", externalId: String(n) });
      const [seen] = await (n % 4 === 0 ? Promise.all([see, add]) : Promise.all([see]));
      if (seen.some((row) => row.shopId !== id)) wrong.push({ n, seen });
      if (n % 10 === 0) throw new Error("planned");
      if (n % 50 === 7)
        await tx
          .insert(channels)
          .values({ shopId: ids[0] === id ? newId() : (ids[0] ?? ""), kind: "web_chat", externalId: "" });
    });
    if (n % 4 === 0) committed.set(id, (committed.get(id) ?? 0) + 1);
  }

  let next = 0;
  let failed = 0;
  const visitor = async () => {
    while (next < TRANSACTIONS)
      await visit(next++).catch((error: Error) => {
        failed++;
        if (!/planned/.test(error.message) && !/row-level security/.test(String(error.cause))) wrong.push(error);
      });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, visitor));

  expect(wrong).toEqual([]);
  expect(failed).toBe(TRANSACTIONS / 10 + TRANSACTIONS / 50);
  for (const id of ids) {
    const kept = await inShop(id, (tx) => tx.select({ shopId: channels.shopId }).from(channels));
    expect(kept).toEqual(Array.from({ length: committed.get(id) ?? 0 }, () => ({ shopId: id })));
  }
}, 60_000);
