import { expect, it } from "vitest";
import { makeVisitor } from "#lib/connect/visitor-fixture";
import { saveContactNote } from "#lib/contacts/about/save-note";
import { setContactField } from "#lib/contacts/about/set-field";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { writeJson } from "./export/write-json";
import { writePage } from "./export/write-page";

async function written(parts: AsyncGenerator<string>): Promise<string> {
  let text = "";
  for await (const part of parts) text += part;
  return text;
}

it("what the team wrote down about somebody is in the copy that the shop prepares", async () => {
  const { shop, owner } = await makeShop();
  const { contactId } = await makeVisitor(shop);
  await saveContactNote(owner, { contactId, noteId: newId(), body: "Aime les pivoines", version: 0 });
  await setContactField(owner, { contactId, name: "Anniversaire", value: "12 juin" });
  const subject = { shopId: shop.id, contactId, ownOnly: false };
  const { shops } = JSON.parse(await written(writeJson([subject])));
  expect(shops).toMatchObject([
    { notes: [{ body: "Aime les pivoines" }], fields: [{ name: "Anniversaire", value: "12 juin" }] },
  ]);
  for (const locale of ["en", "fr"] as const) {
    const page = await written(writePage([subject], locale));
    for (const words of ["Aime les pivoines", "Anniversaire", "12 juin"]) expect(page).toContain(words);
  }
  const own = await written(writeJson([{ ...subject, ownOnly: true }]));
  expect(own).not.toContain("Aime les pivoines");
  expect(own).not.toContain("12 juin");
});
