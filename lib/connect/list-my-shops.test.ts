import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { CONSENT_TEXT_VERSION, consentText } from "#db/consent-texts";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import type { Purpose } from "#lib/contacts/purposes";
import type { ShopView } from "#lib/shops/load-shop";
import { makePerson, makeShop, type SignedIn } from "#lib/shops/shop-fixture";
import { signInChat } from "./connect-fixture";
import { listMyShops } from "./list-my-shops";
import { makeThread, makeVisitor } from "./visitor-fixture";

async function shopAt(shop: ShopView, person: SignedIn, allow: Purpose[]) {
  return signInChat(shop, (await makeThread(shop)).visitor, person, allow);
}

it("lists each shop that knows her, the last seen first, with what she allowed there and in which words", async () => {
  const [{ shop: first }, { shop: second }] = [await makeShop(), await makeShop()];
  const person = await makePerson("Amélie Laurent");
  await shopAt(first, person, ["service"]);
  await signInChat(second, await makeVisitor(second), person, []);
  const { shops, textVersion } = await listMyShops(person, "en");
  expect(textVersion).toBe(CONSENT_TEXT_VERSION);
  expect(shops.map((shop) => shop.slug)).toEqual([second.slug, first.slug]);
  expect(shops.map((shop) => shop.lastMessageAt !== null)).toEqual([false, true]);
  const [service, updates] = shops[1]?.permissions ?? [];
  expect(service).toMatchObject({
    state: "on",
    act: "connect_dialog",
    text: consentText("service", "en"),
    agreed: { text: consentText("service", "fr"), locale: "fr", version: CONSENT_TEXT_VERSION },
  });
  expect(updates).toMatchObject({ state: "refused", text: consentText("order_updates", "en"), agreed: null });
  expect(shops[1]?.history.map((act) => act.action).sort()).toEqual(["granted", "refused", "refused"]);
});

it("never shows another person's shops or permissions, whatever they share", async () => {
  const [{ shop: shared, owner }, { shop: hers }, { shop: his }] = [
    await makeShop(),
    await makeShop(),
    await makeShop(),
  ];
  const [amelie, hugo] = [await makePerson("Amélie Laurent"), await makePerson("Amélie Laurent")];
  await shopAt(shared, amelie, ["offers"]);
  await shopAt(shared, hugo, ["service"]);
  await shopAt(hers, amelie, ["service"]);
  const { contactId } = await shopAt(his, hugo, ["offers"]);
  await inShop(his.id, (tx) =>
    tx.update(contacts).set({ email: amelie.email, name: amelie.name }).where(eq(contacts.id, contactId)),
  );

  const mine = await listMyShops(amelie, "en");
  expect(mine.shops.map((shop) => shop.slug).sort()).toEqual([hers.slug, shared.slug].sort());
  const on = Object.fromEntries(
    mine.shops.map((shop) => [
      shop.slug,
      shop.permissions.filter(({ state }) => state === "on").map(({ purpose }) => purpose),
    ]),
  );
  expect(on).toEqual({ [shared.slug]: ["offers"], [hers.slug]: ["service"] });
  for (const nobody of [owner.person, await makePerson()]) expect((await listMyShops(nobody, "en")).shops).toEqual([]);
});

it("shows a chat's own answers once, under the person it belongs to now", async () => {
  const { shop } = await makeShop();
  const person = await makePerson();
  await shopAt(shop, person, ["offers"]);
  await shopAt(shop, person, []);
  const { shops } = await listMyShops(person, "fr");
  expect(shops).toHaveLength(1);
  expect(shops[0]?.permissions.map(({ state }) => state)).toEqual(["refused", "refused", "on"]);
});
