import { expect, it } from "vitest";
import { signInChat } from "#lib/connect/connect-fixture";
import { makeVisitor } from "#lib/connect/visitor-fixture";
import { makePerson, makeShop } from "#lib/shops/shop-fixture";
import { eventsIn, jobsOf, takeJobs } from "#lib/worker/jobs-fixture";
import { eraseMine } from "./ask-erasure";

it("an erasure that takes back what was allowed is told once", async () => {
  const { shop } = await makeShop();
  const [visitor, person] = [await makeVisitor(shop), await makePerson()];
  await signInChat(shop, visitor, person, ["service", "offers"]);
  await takeJobs(shop.id);
  await eraseMine(person, { shop: shop.slug, person: person.id, locale: "en" });
  expect(eventsIn(await jobsOf(shop.id)).filter(({ payload }) => payload.type === "contact.changed")).toHaveLength(1);
});
