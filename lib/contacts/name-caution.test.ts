import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { makeVisitor } from "#lib/connect/visitor-fixture";
import { CreateShop } from "#lib/shops/input";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { loadContact } from "./load-contact";

it("SPOOF-01: tells members of a name that looks like one of theirs or the shop's, or hides another alphabet", async () => {
  const { shop, owner } = await makeShop();
  const karim = await makeMember(owner, "agent", "Karim Benali");
  const { contactId } = await makeVisitor(shop);
  const caution = async (set: Partial<typeof contacts.$inferInsert>) => {
    await inShop(shop.id, (tx) => tx.update(contacts).set(set).where(eq(contacts.id, contactId)));
    return (await loadContact(owner, { contactId })).caution;
  };
  expect(await caution({ name: "" })).toBeNull();
  expect(await caution({ name: "Amélie Laurent" })).toBeNull();
  expect(await caution({ name: "Каrim Bеnali" })).toEqual({ kind: "alike", name: "Karim Benali" });
  expect(await caution({ name: "karim benali" })).toEqual({ kind: "alike", name: "Karim Benali" });
  expect(await caution({ name: shop.name })).toEqual({ kind: "alike", name: shop.name });
  expect(await caution({ name: "Supроrt" })).toEqual({ kind: "mixed" });
  expect(await caution({ name: "Karim Benali", personId: karim.personId }), "he is a contact himself").toBeNull();
});

it("SPOOF-01: takes no name of a shop that hides letters of another alphabet, and keeps it without what is not seen", () => {
  const named = (name: string) =>
    CreateShop.safeParse({
      ...{ name, slug: "maison-pivoine", website: "", timeZone: "Europe/Paris", currency: "EUR", locales: ["fr"] },
    });
  expect(named("Mаison Pivoine").error?.issues.map(({ message }) => message)).toEqual(["name_mixed"]);
  expect(named("Mai\u200bson \u202ePivoine").data?.name).toBe("Maison Pivoine");
  expect(named("Дом Pivoine").success).toBe(true);
  expect(named("\u200b").success).toBe(false);
});
