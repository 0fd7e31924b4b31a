import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { makeThread, makeVisitor } from "#lib/connect/visitor-fixture";
import { listConversations } from "#lib/conversations/list-conversations";
import { CreateShop } from "#lib/shops/input";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { listContacts } from "./list-contacts";
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

it("SPOOF-01: marks such a name in the table of contacts, each by what she is called", async () => {
  const { shop, owner } = await makeShop();
  const karim = await makeMember(owner, "agent", "Karim Benali");
  const names = [
    { name: "Каrim Bеnali", personId: null },
    { name: "Karim Benali", personId: karim.personId },
    { name: "Amélie Laurent", personId: null },
  ];
  await inShop(shop.id, (tx) => tx.insert(contacts).values(names.map((one) => ({ shopId: shop.id, ...one }))));
  const { contacts: rows } = await listContacts(owner, {});
  expect(new Map(rows.map(({ name, caution }) => [name, caution]))).toEqual(
    new Map([
      ["Каrim Bеnali", { kind: "alike", name: "Karim Benali" }],
      ["Karim Benali", null],
      ["Amélie Laurent", null],
    ]),
  );
});

it("SPOOF-01: says of a conversation whether she who writes is a member herself, who is taken for nobody", async () => {
  const { shop, owner } = await makeShop();
  const { visitor } = await makeThread(shop);
  const isMember = async () => (await listConversations(owner, { view: "open" })).rows.map((row) => row.contact.member);
  expect(await isMember()).toEqual([false]);
  const { personId } = owner;
  await inShop(shop.id, (tx) => tx.update(contacts).set({ personId }).where(eq(contacts.id, visitor.contactId)));
  expect(await isMember()).toEqual([true]);
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
