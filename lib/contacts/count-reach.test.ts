import { expect, it } from "vitest";
import { owner as asOwner } from "#db/owner-fixture";
import { enforceIdentity } from "#lib/connect/enforce-identity";
import { nameVisitor } from "#lib/connect/identify-visitor";
import { answerCard, makeThread } from "#lib/connect/visitor-fixture";
import { makeShop } from "#lib/shops/shop-fixture";
import { countReach, countReachWithin } from "./count-reach";

it("counts whom a filter means, and tells a page that waits nothing rather than to hold it up", async () => {
  const { shop, owner } = await makeShop();
  await enforceIdentity(owner, { enforced: false });
  for (const name of ["Amélie", "Camille"]) {
    const { visitor } = await makeThread(shop);
    await nameVisitor(visitor, { name });
    if (name === "Amélie") await answerCard(visitor, ["offers"]);
  }
  const both = { contacts: 2, offers: 1 };
  expect(await countReach(owner, {})).toEqual(both);
  expect(await countReachWithin(5_000, owner, {})).toEqual(both);
  await asOwner().begin(async (sql) => {
    await sql`lock table contacts in access exclusive mode`;
    expect(await countReachWithin(50, owner, {})).toBeNull();
  });
});
