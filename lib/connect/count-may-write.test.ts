import { expect, it } from "vitest";
import type { Purpose } from "#lib/contacts/purposes";
import { DAY } from "#lib/core/clock";
import type { ShopView } from "#lib/shops/load-shop";
import { makePerson, makeShop } from "#lib/shops/shop-fixture";
import { blockShop } from "./block-shop";
import { signInChat } from "./connect-fixture";
import { countMayWrite } from "./count-may-write";
import { listMyShops } from "./list-my-shops";
import { mayWrite } from "./may-write";
import { pauseShop } from "./pause-shop";
import { makeThread } from "./visitor-fixture";

it("counts the shops that may write first as her list of them says: not one she blocked, nor one that is paused", async () => {
  const person = await makePerson("Amélie Laurent");
  const known = async (allow: Purpose[]): Promise<ShopView> => {
    const { shop } = await makeShop();
    await signInChat(shop, (await makeThread(shop)).visitor, person, allow);
    return shop;
  };
  const place = (shop: ShopView) => ({ shop: shop.slug, person: person.id, locale: "en" as const });
  await known(["service"]);
  await known([]);
  await known(["service", "offers"]);
  const [paused, blocked] = [await known(["offers"]), await known(["service"])];
  await pauseShop(person, { ...place(paused), until: new Date(Date.now() + 7 * DAY).toISOString() });
  await blockShop(person, { ...place(blocked), blocked: true });

  const { shops } = await listMyShops(person, "en");
  const counted = await countMayWrite(person);
  expect(counted).toEqual({ any: 2, offers: 1, timeZone: shops[0]?.timeZone });
  expect(shops.filter((shop) => mayWrite(shop))).toHaveLength(counted.any);
  expect(shops.filter((shop) => mayWrite(shop, "offers"))).toHaveLength(counted.offers);
  await pauseShop(person, { ...place(paused), until: null });
  expect(await countMayWrite(person)).toMatchObject({ any: 3, offers: 2 });
  expect(await countMayWrite(await makePerson())).toEqual({ any: 0, offers: 0, timeZone: null });
});
