import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { mergeContacts } from "#lib/connect/merge-contacts";
import { undoMerge } from "#lib/connect/undo-merge";
import { makeVisitor } from "#lib/connect/visitor-fixture";
import { loadContact } from "#lib/contacts/load-contact";
import { eraseContact } from "#lib/privacy/ask-erasure";
import { writeJson } from "#lib/privacy/export/write-json";
import { makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { importText } from "../worker/import-fixture";
import { runJobs } from "../worker/jobs-fixture";

/** What a contact's line and a copy of her data say of files: that one made her, and that one completed her. */
async function sourcesOf(owner: TestMember, contactId: string) {
  const { imported, filledAt } = await loadContact(owner, { contactId });
  let copy = "";
  for await (const part of writeJson([{ shopId: owner.shopId, contactId, ownOnly: false }])) copy += part;
  const { contact } = JSON.parse(copy).shops[0];
  expect([contact.importedAt !== null, contact.filledAt !== null]).toEqual([imported, filledAt !== null]);
  return { imported, filled: filledAt !== null };
}

it("names the file as a source of whom it only completed, until she is erased", async () => {
  const { shop, owner } = await makeShop();
  const { contactId } = await makeVisitor(shop);
  expect(await sourcesOf(owner, contactId)).toEqual({ imported: false, filled: false });
  await importText(owner, `contact,city\n${contactId},Paris`);
  expect(await sourcesOf(owner, contactId)).toEqual({ imported: false, filled: true });
  await eraseContact(owner, { contactId });
  await runJobs(shop.id);
  expect((await loadContact(owner, { contactId })).filledAt).toBeNull();
});

it("names the file of somebody whom a member joined with her, until they are parted", async () => {
  const { shop, owner } = await makeShop();
  const { contactId } = await makeVisitor(shop);
  await importText(owner, "email,name\na@mail.example,Ada");
  const [ada] = await inShop(shop.id, (tx) => tx.select().from(contacts).where(eq(contacts.name, "Ada")));
  const { mergeId } = await mergeContacts(owner, { contactId, otherId: ada?.id ?? "" });
  expect(await sourcesOf(owner, contactId)).toEqual({ imported: false, filled: true });
  await undoMerge(owner, { mergeId: mergeId ?? "" });
  expect(await sourcesOf(owner, contactId)).toEqual({ imported: false, filled: false });
});
