import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { visitors } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { listContacts } from "#lib/contacts/list-contacts";
import { DAY } from "#lib/core/clock";
import { makePerson, makeShop } from "#lib/shops/shop-fixture";
import { signInChat } from "./connect-fixture";
import { findVisitor } from "./find-visitor";
import { makeVisitor } from "./visitor-fixture";

it("says of her contact too that she was seen, so that lists by when she was know it", async () => {
  const { shop, owner } = await makeShop();
  const { token, contactId, visitorId } = await signInChat(shop, await makeVisitor(shop), await makePerson("Amélie"));
  const lastSeenAt = new Date(Date.now() - 40 * DAY);
  await inShop(shop.id, async (tx) => {
    await tx.update(contacts).set({ lastSeenAt }).where(eq(contacts.id, contactId));
    await tx.update(visitors).set({ lastSeenAt }).where(eq(visitors.id, visitorId));
  });
  const seen = async (within: "week" | "longer") => (await listContacts(owner, { seen: within })).contacts.length;
  expect([await seen("week"), await seen("longer")]).toEqual([0, 1]);
  await findVisitor(shop, token);
  expect([await seen("week"), await seen("longer")]).toEqual([1, 0]);
});

it("never says that she was seen before she was", async () => {
  const { shop } = await makeShop();
  const { token, contactId, visitorId } = await makeVisitor(shop);
  const later = new Date(Date.now() + DAY);
  await inShop(shop.id, async (tx) => {
    await tx.update(contacts).set({ lastSeenAt: later }).where(eq(contacts.id, contactId));
    await tx
      .update(visitors)
      .set({ lastSeenAt: new Date(Date.now() - DAY) })
      .where(eq(visitors.id, visitorId));
  });
  await findVisitor(shop, token);
  const [kept] = await inShop(shop.id, (tx) => tx.select().from(contacts).where(eq(contacts.id, contactId)));
  expect(kept?.lastSeenAt).toEqual(later);
});
