import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { makeThread } from "#lib/connect/visitor-fixture";
import { notFound } from "#lib/core/errors";
import { makeShop } from "#lib/shops/shop-fixture";
import { loadThread } from "../load-thread";
import { createTag } from "../tags/create-tag";
import { tagContacts } from "./tag-contacts";

it("puts a tag on each contact's latest conversation, and passes over whoever has none", async () => {
  const { shop, owner } = await makeShop();
  const { id: tagId } = await createTag(owner, { name: "Mariage" });
  const [one, other, left] = [await makeThread(shop), await makeThread(shop), await makeThread(shop)];
  const [never] = await inShop(shop.id, (tx) =>
    tx.insert(contacts).values({ shopId: shop.id, name: "Jeanne" }).returning(),
  );
  const contactIds = [one.visitor.contactId, other.visitor.contactId, never?.id ?? ""];
  expect(await tagContacts(owner, { contactIds, tagId })).toEqual({ tagged: 2 });
  expect(await tagContacts(owner, { contactIds, tagId }), "twice is once").toEqual({ tagged: 2 });
  const tagsOf = async ({ conversationId }: { conversationId: string }) =>
    (await loadThread(owner, { conversationId })).row.tags;
  expect(await Promise.all([one, other, left].map(tagsOf))).toEqual([[tagId], [tagId], []]);
});

it("knows no contact and no tag of another shop", async () => {
  const [{ shop, owner }, { owner: stranger }] = [await makeShop(), await makeShop()];
  const { visitor } = await makeThread(shop);
  const { id: mine } = await createTag(owner, { name: "Mariage" });
  const { id: theirs } = await createTag(stranger, { name: "Mariage" });
  const contactIds = [visitor.contactId];
  await expect(tagContacts(stranger, { contactIds, tagId: theirs })).rejects.toEqual(notFound("contact"));
  await expect(tagContacts(owner, { contactIds, tagId: theirs })).rejects.toEqual(notFound("tag"));
  expect(await tagContacts(owner, { contactIds, tagId: mine })).toEqual({ tagged: 1 });
});
