import { describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { shopAccounts } from "#db/schema/identity";
import { mergeContacts } from "#lib/connect/merge-contacts";
import { makeThread, makeVisitor } from "#lib/connect/visitor-fixture";
import { loadContact } from "#lib/contacts/load-contact";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { TellAttributes } from "./input";
import { tellAttributes } from "./tell-attributes";

async function chat() {
  const { shop, owner } = await makeShop();
  const { visitor } = await makeThread(shop);
  const { contactId } = visitor;
  const told = async (of = contactId) =>
    (await loadContact(owner, { contactId: of })).attributes.map(({ name, value, signed }) => ({
      name,
      value,
      signed,
    }));
  return { shop, owner, visitor, contactId, told };
}

describe("what a page tells of a shopper", () => {
  it("is kept by name, the last word counts, and null takes it back", async () => {
    const { visitor, told } = await chat();
    await tellAttributes(visitor, { attributes: { plan: "gold", visits: 3, member: true } });
    await tellAttributes(visitor, { attributes: { plan: "silver", member: null } });
    expect(await told()).toEqual([
      { name: "plan", value: "silver", signed: false },
      { name: "visits", value: 3, signed: false },
    ]);
  });

  it("is the page's word alone, unless the shop's server signed who she is", async () => {
    const { shop, visitor, contactId, told } = await chat();
    await inShop(shop.id, (tx) => tx.insert(shopAccounts).values({ shopId: shop.id, contactId, userId: newId() }));
    await tellAttributes(visitor, { attributes: { plan: "gold" } });
    expect(await told()).toEqual([{ name: "plan", value: "gold", signed: true }]);
  });

  it("is refused beyond twenty names, and none of it is kept then", async () => {
    const { visitor, told } = await chat();
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, place) => [`n${place}`, place]));
    await tellAttributes(visitor, { attributes: many });
    await expect(tellAttributes(visitor, { attributes: { one_more: 1 } })).rejects.toMatchObject({
      key: "too_many_attributes",
    });
    await tellAttributes(visitor, { attributes: { n0: null, one_more: 1 } });
    expect(await told()).toHaveLength(20);
  });

  it("goes with her chat when two contacts are found to be one person", async () => {
    const { shop, owner, visitor, contactId, told } = await chat();
    await tellAttributes(visitor, { attributes: { plan: "gold" } });
    const other = await makeVisitor(shop);
    await mergeContacts(owner, { contactId: other.contactId, otherId: contactId });
    expect(await told(other.contactId)).toEqual([{ name: "plan", value: "gold", signed: false }]);
  });

  it("takes short names and plain values only", () => {
    const wrong = [{ "": 1 }, { "a b": 1 }, { ["x".repeat(41)]: 1 }, { a: "y".repeat(201) }, { a: {} }, { a: ["b"] }];
    for (const attributes of [...wrong, { a: "\u0000" }, { a: Number.NaN }, { a: undefined }])
      expect(TellAttributes.safeParse({ attributes }).success).toBe(false);
  });
});
