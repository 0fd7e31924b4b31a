import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { CSV_MAX } from "#lib/core/csv/limits";
import * as files from "#lib/core/files";
import { newId } from "#lib/core/ids";
import { writePage } from "#lib/privacy/export/write-page";
import { makeShop } from "#lib/shops/shop-fixture";
import { importText, uploadText } from "../worker/import-fixture";

it("leaves no file behind when nothing says that there is one", async () => {
  const { owner } = await makeShop();
  const put = vi.spyOn(files, "putFile");
  await expect(uploadText({ ...owner, memberId: newId() }, "email\na@mail.example")).rejects.toThrow();
  const [key = ""] = put.mock.calls[0] ?? [];
  put.mockRestore();
  expect(key).not.toBe("");
  expect(await files.getFile(key)).toBeNull();
});

it("refuses a file of too many columns, wherever they stand", async () => {
  const { owner } = await makeShop();
  const wide = `${"x,".repeat(CSV_MAX.columns)}x`;
  const text = `email,name\n${"a@mail.example,Ada\n".repeat(1_200)}${wide}`;
  await expect(uploadText(owner, text)).rejects.toMatchObject({ key: "csv_columns" });
});

it("is named as the source of what it brought, in all that the shop holds of somebody", async () => {
  const { shop, owner } = await makeShop();
  await importText(owner, "email,name\na@mail.example,Ada");
  const [ada] = await inShop(shop.id, (tx) => tx.select().from(contacts).where(eq(contacts.shopId, shop.id)));
  const written = async (locale: "en" | "fr") => {
    const parts: string[] = [];
    const subject = { shopId: shop.id, contactId: ada?.id ?? "", ownOnly: false };
    for await (const part of writePage([subject], locale)) parts.push(part);
    return parts.join("");
  };
  expect(await written("en")).toContain("imported from a file on ");
  expect(await written("fr")).toContain("importé d’un fichier le ");
});
