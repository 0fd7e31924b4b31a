import { and, asc, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { savedReplies } from "#db/schema/writing";
import { changeSavedReply } from "#lib/conversations/change-saved-reply";
import { createSavedReply } from "#lib/conversations/create-saved-reply";
import { listSavedReplies, SAVED_REPLIES_MAX } from "#lib/conversations/list-saved-replies";
import type { ShopView } from "#lib/shops/load-shop";
import { makeMember, makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { importText, tryText, uploadText, workOnImports } from "../worker/import-fixture";
import { tryImport, undoImport } from "./control-import";
import { loadImport } from "./load-import";

let shop: ShopView;
let owner: TestMember;
beforeEach(async () => {
  ({ shop, owner } = await makeShop());
});

const titles = async () =>
  (await listSavedReplies(owner)).replies
    .map(({ title, body }) => [title, body])
    .sort(([a = ""], [b = ""]) => a.localeCompare(b));
const bring = (text: string) => importText(owner, text, "saved_replies");

const FILE = 'Titre;Réponse\nBonjour;"Bonjour {{first_name}},\r\n\r\nmerci !"\nVide;\n;Sans titre\nBonjour;Autre chose';

it("tries without writing, imports once, and keeps line breaks", async () => {
  const tried = await tryText(owner, FILE, "saved_replies");
  expect(tried).toMatchObject({
    columns: ["title", "body"],
    counts: { fresh: 1, joined: 0, unchanged: 0, refused: 3 },
    refusedLines: [
      { line: 3, problem: "no_body" },
      { line: 4, problem: "no_title" },
      { line: 5, problem: "twice", about: 2 },
    ],
  });
  expect(await titles()).toEqual([]);
  expect(await bring(FILE)).toMatchObject({ state: "done", counts: { fresh: 1 } });
  expect(await titles()).toEqual([["Bonjour", "Bonjour {{first_name}},\n\nmerci !"]]);
  expect((await bring(FILE)).counts).toEqual({ fresh: 0, joined: 0, unchanged: 1, refused: 3 });
  expect(await titles()).toHaveLength(1);
});

it("overwrites nothing: a title that is taken is left out", async () => {
  await createSavedReply(owner, { title: "Bonjour", body: "À nous", shared: true, attachmentIds: [] });
  expect(await bring("title,body\nbonjour,From a file")).toMatchObject({
    counts: { fresh: 0, refused: 1 },
    refusedLines: [{ problem: "title_taken" }],
  });
  expect(await titles()).toEqual([["Bonjour", "À nous"]]);
});

it("stops at the most replies there can be, in the dry run as in the import", async () => {
  const many = Array.from({ length: SAVED_REPLIES_MAX + 2 }, (_, n) => `t${n},words`).join("\n");
  const counts = { fresh: SAVED_REPLIES_MAX, refused: 2 };
  expect((await tryText(owner, `title,body\n${many}`, "saved_replies")).counts).toMatchObject(counts);
  expect((await bring(`title,body\n${many}`)).counts).toMatchObject(counts);
});

it("takes back what nobody used or changed", async () => {
  const { id: importId } = await bring("title,body\nA,a\nB,b\nC,c");
  const [a, b] = await inShop(shop.id, (tx) =>
    tx.select().from(savedReplies).where(eq(savedReplies.shopId, shop.id)).orderBy(asc(savedReplies.title)),
  );
  const change = { title: "A", body: "changed", shared: true, attachmentIds: [], version: 1 };
  await changeSavedReply(owner, { ...change, savedReplyId: a?.id ?? "" });
  await inShop(shop.id, (tx) =>
    tx
      .update(savedReplies)
      .set({ uses: 1 })
      .where(and(eq(savedReplies.shopId, shop.id), eq(savedReplies.id, b?.id ?? ""))),
  );
  await undoImport(owner, { importId });
  await workOnImports(shop.id);
  expect(await loadImport(owner, { importId })).toMatchObject({ state: "undone", removed: 1 });
  expect((await titles()).map(([title]) => title)).toEqual(["A", "B"]);
});

it("needs both columns, and an admin", async () => {
  const { id: importId, columns } = await uploadText(owner, "title,body\nA,a", "saved_replies");
  expect(columns).toEqual(["title", "body"]);
  const one = tryImport(owner, { importId, columns: ["title", null] });
  await expect(one).rejects.toMatchObject({ key: "import_no_reply" });
  await expect(uploadText(await makeMember(owner), "title,body\nA,a", "saved_replies")).rejects.toMatchObject({
    code: "forbidden",
  });
});
