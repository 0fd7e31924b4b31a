import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { outsideShops } from "#db/in-shop";
import { persons } from "#db/schema/persons";
import { keepPicture } from "./keep-picture";
import { makePerson } from "./shop-fixture";

it("keeps the newest picture a login shows, and nothing that is no address of one", async () => {
  const { id } = await makePerson();
  const shown = (url: unknown) => ({ id: "1", picture: { data: { url } } });
  const kept = () =>
    outsideShops(async (tx) => (await tx.select().from(persons).where(eq(persons.id, id)))[0]?.image ?? null);
  for (const url of ["https://cdn.example/1.jpg", "https://cdn.example/2.jpg"]) await keepPicture(id, shown(url));
  for (const other of [null, {}, { picture: "x" }, shown("javascript:alert(1)"), shown(7)])
    await keepPicture(id, other);
  expect(await kept()).toBe("https://cdn.example/2.jpg");
});
