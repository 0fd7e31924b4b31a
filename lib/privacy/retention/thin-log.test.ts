import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { auditRecords } from "#db/schema/audit";
import { overBefore } from "#lib/conversations/kept-times";
import { makeShop } from "#lib/shops/shop-fixture";
import { thinLog } from "./thin-log";

it("lets go who was refused after a year and who did what after three, of this shop alone; nothing younger", async () => {
  const [ours, theirs] = [await makeShop(), await makeShop()];
  const lines = (shopId: string) =>
    inShop(shopId, async (tx) => {
      const rows = await tx.select().from(auditRecords).where(eq(auditRecords.shopId, shopId)).orderBy(auditRecords.at);
      return rows.flatMap(({ act, detail }) => (detail.n === undefined ? [] : `${act} ${detail.n}`));
    });
  for (const { shop, owner } of [ours, theirs])
    await inShop(shop.id, (tx) =>
      tx.insert(auditRecords).values(
        ([37, 35, 13, 11] as const).flatMap((n) =>
          (["denied", "role_changed"] as const).map((act) => ({
            ...{ shopId: shop.id, memberId: owner.memberId, act, detail: { n }, at: overBefore(n) },
          })),
        ),
      ),
    );
  const before = await lines(theirs.shop.id);
  await thinLog(ours.shop.id);
  expect((await lines(ours.shop.id)).sort()).toEqual([
    "denied 11",
    "role_changed 11",
    "role_changed 13",
    "role_changed 35",
  ]);
  expect(await lines(theirs.shop.id)).toEqual(before);
});
