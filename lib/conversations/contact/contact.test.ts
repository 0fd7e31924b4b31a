import { expect, it } from "vitest";
import { makeThread } from "#lib/connect/visitor-fixture";
import { loadContact } from "#lib/contacts/load-contact";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { runJobs } from "#lib/worker/jobs-fixture";
import { loadThread } from "../load-thread";
import { renameContact } from "./rename-contact";
import { setContactLanguage } from "./set-contact-language";

async function scene() {
  const { shop, owner } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop);
  const { contactId } = visitor;
  const row = async () => (await loadThread(owner, { conversationId })).row;
  const contact = async () => {
    const { name, locale } = await loadContact(owner, { contactId });
    return { name, locale };
  };
  return { shop, owner, contactId, row, contact, held: await contact() };
}

it("a contact is renamed, and spoken to in another language, in every list at once; and back by an undo", async () => {
  const { shop, owner, contactId, row, contact, held } = await scene();
  const before = await row();
  expect(await renameContact(owner, { contactId, name: "Amélie L.", before: held.name })).toMatchObject({
    name: "Amélie L.",
  });
  await setContactLanguage(owner, { contactId, locale: "en", before: held.locale });
  await runJobs(shop.id);
  expect(await contact()).toEqual({ name: "Amélie L.", locale: "en" });
  const after = await row();
  expect(after).toMatchObject({ contact: { name: "Amélie L." }, facts: { language: "en" } });
  expect(after.version).toBeGreaterThan(before.version);
  await renameContact(owner, { contactId, name: held.name, before: "Amélie L." });
  await setContactLanguage(owner, { contactId, locale: null, before: "en" });
  expect(await contact()).toEqual({ name: held.name, locale: null });
});

it("what a colleague changed meanwhile is not overwritten, and the same twice is once", async () => {
  const { owner, contactId, contact, held } = await scene();
  const karim = await makeMember(owner);
  await renameContact(karim, { contactId, name: "Amélie", before: held.name });
  const late = renameContact(owner, { contactId, name: "Mme Laurent", before: held.name });
  await expect(late).rejects.toMatchObject({ key: "field_changed" });
  await renameContact(owner, { contactId, name: "Amélie", before: held.name });
  expect((await contact()).name).toBe("Amélie");
  const { owner: stranger } = await makeShop();
  const foreign = renameContact(stranger, { contactId, name: "x", before: "Amélie" });
  await expect(foreign).rejects.toMatchObject({ code: "not_found" });
});
