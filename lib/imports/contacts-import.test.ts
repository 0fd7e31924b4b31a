import { asc, eq } from "drizzle-orm";
import { beforeEach, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { consentRecords, contacts } from "#db/schema/contacts";
import { shopAccounts } from "#db/schema/identity";
import { signInChat } from "#lib/connect/connect-fixture";
import { mergeContacts } from "#lib/connect/merge-contacts";
import { makeVisitor } from "#lib/connect/visitor-fixture";
import * as take from "#lib/contacts/import/take-contacts";
import { listContacts } from "#lib/contacts/list-contacts";
import { permissionsOf } from "#lib/contacts/permissions";
import { recordAnswer } from "#lib/contacts/record-permissions";
import { notFound } from "#lib/core/errors";
import { getFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import { eraseContact } from "#lib/privacy/ask-erasure";
import { startExport } from "#lib/privacy/contact-export/start-export";
import { partKey } from "#lib/privacy/contact-export/write-export";
import { filesWith, tablesWith } from "#lib/privacy/everywhere-fixture";
import { listActs } from "#lib/shops/list-acts";
import type { ShopView } from "#lib/shops/load-shop";
import { makeMember, makePerson, makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { importText, tryText, uploadText, workOnImports } from "../worker/import-fixture";
import { jobsOf, runJob, runJobs, takeJobs } from "../worker/jobs-fixture";
import { cancelImport, startImport, tryImport, undoImport } from "./control-import";
import { fileKey } from "./import-row";
import { loadColumns, loadImport, readRefused } from "./load-import";

let shop: ShopView;
let owner: TestMember;
beforeEach(async () => {
  ({ shop, owner } = await makeShop());
});

const everyone = () =>
  inShop(shop.id, (tx) => tx.select().from(contacts).where(eq(contacts.shopId, shop.id)).orderBy(asc(contacts.email)));
const offersOf = (id: string) => inShop(shop.id, async (tx) => (await permissionsOf(tx, shop.id, id)).offers);
const ledger = () =>
  inShop(shop.id, (tx) => tx.select().from(consentRecords).where(eq(consentRecords.shopId, shop.id)));

const FRENCH =
  "Prénom;Nom;Adresse e-mail;Ville;Langue\nAmélie;Laurent;Amelie@mail.example;Paris;Français\n;;;Lyon;\nHugo;Petit;hugo@mail;Lyon;fr";

it("says in a dry run what each line would do, and writes nothing", async () => {
  const view = await tryText(owner, FRENCH);
  expect(view).toMatchObject({
    state: "tried",
    total: 3,
    position: 3,
    columns: ["first_name", "last_name", "email", "city", "language"],
    counts: { fresh: 1, joined: 0, unchanged: 0, refused: 2 },
    refusedLines: [
      { line: 3, problem: "no_address" },
      { line: 4, problem: "bad_address" },
    ],
  });
  expect(await loadColumns(owner, { importId: view.id })).toMatchObject([
    { heading: "Prénom", examples: ["Amélie", "", "Hugo"] },
    ...Array.from({ length: 4 }, () => ({})),
  ]);
  expect(await everyone()).toEqual([]);
});

it("imports once: the same file again changes nothing", async () => {
  const first = await importText(owner, FRENCH);
  expect(first).toMatchObject({ state: "done", counts: { fresh: 1, refused: 2 } });
  expect((await listActs(owner, {})).acts[0]).toMatchObject({ act: "contacts_imported", who: owner.name });
  expect((await listContacts(owner, {})).contacts).toMatchObject([
    { name: "Amélie Laurent", email: "amelie@mail.example", city: "Paris", locale: "fr" },
  ]);
  const before = await everyone();
  expect(await importText(owner, FRENCH)).toMatchObject({ counts: { fresh: 0, joined: 0, unchanged: 1, refused: 2 } });
  expect(await everyone()).toEqual(before);
  expect(await ledger()).toEqual([]);
});

it("fills in what several lines say of one contact, by her id and by her address", async () => {
  await importText(owner, "email\na@mail.example");
  const [known] = await everyone();
  const view = await importText(owner, `contact,email,name,city\n${known?.id},,Ada,\n,a@mail.example,Other,Brest`);
  expect(view).toMatchObject({ counts: { joined: 2 } });
  expect(await everyone()).toMatchObject([{ id: known?.id, name: "Ada", city: "Brest", version: 2 }]);
});

it("fills what is empty, overwrites nothing, and takes an address that stands twice once", async () => {
  await importText(owner, "email,name\na@mail.example,Ada");
  const view = await importText(owner, "email,name,city\na@mail.example,Somebody else,Brest\nA@mail.example,,Nantes");
  expect(view).toMatchObject({
    counts: { fresh: 0, joined: 1, refused: 1 },
    refusedLines: [{ line: 3, problem: "twice", about: 2 }],
  });
  expect(await everyone()).toMatchObject([{ name: "Ada", city: "Brest" }]);
});

it("takes an address for no proof: who only bears it is joined with nothing, unless the shop's server verified it", async () => {
  const visitor = await makeVisitor(shop);
  const bear = (id: string) =>
    inShop(shop.id, (tx) => tx.update(contacts).set({ email: "a@mail.example" }).where(eq(contacts.id, id)));
  await bear(visitor.contactId);
  const file = "email,city\na@mail.example,Paris";
  expect((await tryText(owner, file)).counts).toMatchObject({ fresh: 1, joined: 0 });
  await inShop(shop.id, (tx) =>
    tx.insert(shopAccounts).values({
      ...{ shopId: shop.id, userId: "42", contactId: visitor.contactId, verifiedEmail: "a@mail.example" },
    }),
  );
  expect((await importText(owner, file)).counts).toMatchObject({ fresh: 0, joined: 1 });
  expect(await everyone()).toMatchObject([{ id: visitor.contactId, city: "Paris" }]);
});

it("knows an imported contact again whom a member joined with a chat", async () => {
  const file = "email,name\na@mail.example,Ada";
  await importText(owner, file);
  const [imported] = await everyone();
  const visitor = await makeVisitor(shop);
  await mergeContacts(owner, { contactId: visitor.contactId, otherId: imported?.id ?? "" });
  expect((await importText(owner, file)).counts).toMatchObject({ fresh: 0, unchanged: 1 });
});

it("never grants: a yes in a file allows nothing", async () => {
  const all = "email,offers,service,order updates,accepts marketing\na@mail.example,yes,on,granted,yes";
  await importText(owner, all);
  expect(await ledger()).toEqual([]);
});

it("withdraws what a file says was refused, once, and leaves what she allowed later", async () => {
  const person = await makePerson("Amélie");
  const visitor = await signInChat(shop, await makeVisitor(shop), person, ["service", "offers"]);
  const { contactId } = visitor;
  const list = `contact,unsubscribed\n${contactId},yes`;
  expect((await tryText(owner, list)).counts).toMatchObject({ joined: 1 });
  expect(await offersOf(contactId)).toMatchObject({ state: "on" });
  expect((await importText(owner, list)).counts).toMatchObject({ joined: 1 });
  expect(await offersOf(contactId)).toMatchObject({ state: "off", act: "import" });
  const answer = { contactId, allow: ["offers"], shown: ["offers"], act: "my_permissions", locale: "fr" } as const;
  await inShop(shop.id, (tx) =>
    recordAnswer(tx, shop.id, { ...answer, source: "https://a.example", proof: { personId: person.id } }),
  );
  expect((await importText(owner, list)).counts).toMatchObject({ joined: 0, unchanged: 1 });
  const old = `contact,offers,offers_since\n${contactId},off,2020-01-01T00:00:00Z`;
  expect((await importText(owner, old)).counts).toMatchObject({ unchanged: 1 });
  expect(await offersOf(contactId)).toMatchObject({ state: "on" });
});

it("keeps an objection of somebody who is new, of a doubled line, and of whoever bears the address", async () => {
  const visitor = await makeVisitor(shop);
  await inShop(shop.id, (tx) =>
    tx.update(contacts).set({ email: "b@mail.example" }).where(eq(contacts.id, visitor.contactId)),
  );
  const list = "email,opt-out\na@mail.example,\na@mail.example,x\nb@mail.example,2026-01-02";
  await importText(owner, list);
  for (const { id } of await everyone()) expect(await offersOf(id)).toMatchObject({ state: "off", act: "import" });
  const proofs = (await ledger()).map(({ action, act, purpose }) => [action, act, purpose]);
  expect(proofs).toHaveLength(3);
  expect(new Set(proofs.map(String))).toEqual(new Set(["objected,import,offers"]));
  const before = await ledger();
  await importText(owner, list);
  expect(await ledger()).toEqual(before);
});

it("reads Shopify's export, whose no is no objection", async () => {
  const shopify =
    "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address City,Phone,Total Spent,Tags\r\n" +
    "'7000000000001,Zoé,Roux,zoe@mail.example,no,Lille,'+33600000000,12.00,\"vip, b2b\"\r\n";
  expect(await importText(owner, shopify)).toMatchObject({ counts: { fresh: 1 } });
  expect(await everyone()).toMatchObject([{ name: "Zoé Roux", city: "Lille" }]);
  expect(await ledger()).toEqual([]);
});

it("reads our own export back, formulas and all, and changes nothing", async () => {
  await signInChat(shop, await makeVisitor(shop), await makePerson('=HYPERLINK("http://e","x")'), ["offers"]);
  await importText(owner, "email,name,unsubscribed\na@mail.example,Ada,yes");
  await takeJobs(shop.id);
  const { id: exportId } = await startExport(owner, { filter: {} });
  for (const { task, payload } of await takeJobs(shop.id)) if (task === "exportContacts") await runJob(task, payload);
  const file = (await getFile(partKey({ shopId: shop.id, exportId }, 0))) ?? "";
  const [before, acts] = [await everyone(), await ledger()];
  expect((await importText(owner, file)).counts).toEqual({ fresh: 0, joined: 0, unchanged: 2, refused: 0 });
  expect(await everyone()).toEqual(before);
  expect(await ledger()).toEqual(acts);
  const { shop: other, owner: stranger } = await makeShop();
  expect((await importText(stranger, file)).counts).toMatchObject({ fresh: 1, refused: 1 });
  expect(other.id).not.toBe(shop.id);
});

it("goes on where a killed worker stopped, and can be ended on the way", async () => {
  const many = `email\n${Array.from({ length: 600 }, (_, n) => `n${n}@mail.example`).join("\n")}`;
  const { id: importId } = await tryText(owner, many);
  await startImport(owner, { importId });
  const [job] = (await takeJobs(shop.id)).filter(({ task }) => task === "takeImport");
  const original = take.takeContacts;
  const taking = vi.spyOn(take, "takeContacts");
  taking.mockImplementationOnce(async (...some) => {
    taking.mockRejectedValueOnce(new Error("killed"));
    return original(...some);
  });
  await expect(runJob("takeImport", job?.payload)).rejects.toThrow("killed");
  taking.mockRestore();
  const stopped = await loadImport(owner, { importId });
  expect(stopped).toMatchObject({ state: "running", counts: { fresh: stopped.position } });
  expect(await everyone()).toHaveLength(stopped.position);
  await runJob("takeImport", job?.payload);
  expect(await loadImport(owner, { importId })).toMatchObject({ state: "done", counts: { fresh: 600 } });
  expect(await everyone()).toHaveLength(600);

  const { id } = await tryText(owner, many);
  await startImport(owner, { importId: id });
  await cancelImport(owner, { importId: id });
  await workOnImports(shop.id);
  expect(await loadImport(owner, { importId: id })).toMatchObject({ state: "cancelled", position: 0 });
});

it("hands out the refused lines with the reasons, and takes back what nobody touched", async () => {
  const view = await importText(owner, 'email,note\na@mail.example,1\nb@mail.example,2\nnobody,"=1, 2"');
  const reason = ({ problem }: { problem: string }) => problem;
  const parts = await readRefused(owner, { importId: view.id }, { line: "line", why: "why" }, reason);
  const chunks: Buffer[] = [];
  for await (const part of parts) chunks.push(part);
  const refused = Buffer.concat(chunks).toString();
  expect(refused).toBe('\ufeffline,why,email,note\r\n4,bad_address,nobody,"\'=1, 2"\r\n');
  const [first] = await everyone();
  const visitor = await makeVisitor(shop);
  await mergeContacts(owner, { contactId: first?.id ?? "", otherId: visitor.contactId });
  await undoImport(owner, { importId: view.id });
  await workOnImports(shop.id);
  expect(await loadImport(owner, { importId: view.id })).toMatchObject({ state: "undone", removed: 1 });
  expect((await everyone()).map(({ id }) => id).sort()).toEqual([first?.id, visitor.contactId].sort());
});

it("is for admins and owners of the shop alone", async () => {
  const [agent, { owner: stranger }] = [await makeMember(owner), await makeShop()];
  await expect(uploadText(agent, FRENCH)).rejects.toMatchObject({ code: "forbidden" });
  const { id: importId, columns } = await uploadText(owner, FRENCH);
  await expect(loadImport(agent, { importId })).rejects.toMatchObject({ code: "forbidden" });
  await expect(tryImport(stranger, { importId, columns })).rejects.toEqual(notFound("import"));
  await expect(loadColumns(stranger, { importId })).rejects.toEqual(notFound("import"));
});

it("refuses columns that are not enough or stand twice", async () => {
  const { id: importId } = await uploadText(owner, FRENCH);
  await expect(tryImport(owner, { importId, columns: ["name"] })).rejects.toMatchObject({ key: "import_no_email" });
  const twice = ["email", "email"];
  await expect(tryImport(owner, { importId, columns: twice })).rejects.toMatchObject({ key: "import_column_twice" });
  await expect(tryImport(owner, { importId, columns: ["spent"] })).rejects.toMatchObject({ key: "invalid_choice" });
});

it("forgets the file after a day, and once anybody is erased; who was erased is not brought back", async () => {
  const word = `canari${newId().slice(-12)}`;
  const file = `email,name\n${word}@mail.example,${word}\na@mail.example,A`;
  const view = await importText(owner, file);
  const second = await tryText(owner, file);
  const [, canary] = await everyone();
  expect(filesWith(shop.id, word)).toHaveLength(2);
  await eraseContact(owner, { contactId: canary?.id ?? "" });
  await runJobs(shop.id);
  expect(filesWith(shop.id, word)).toEqual([]);
  expect(await tablesWith(shop.id, word)).toEqual([]);
  expect(await loadImport(owner, { importId: second.id })).toMatchObject({ state: "cancelled", stoppedBy: "erasure" });
  expect(await loadImport(owner, { importId: view.id })).toMatchObject({
    state: "done",
    fileUntil: null,
    fileName: "",
  });
  await expect(startImport(owner, { importId: second.id })).resolves.toMatchObject({ state: "cancelled" });
  const again = await importText(owner, file);
  expect(again).toMatchObject({
    counts: { fresh: 0, unchanged: 1, refused: 1 },
    refusedLines: [{ problem: "erased" }],
  });

  const [due] = (await jobsOf(shop.id)).filter(({ payload }) => payload.importId === again.id);
  expect(due).toMatchObject({ task: "forgetImport", due: false });
  await runJob("forgetImport", due?.payload);
  for (const { task, payload } of await takeJobs(shop.id)) if (task === "discardFiles") await runJob(task, payload);
  expect(await getFile(fileKey({ shopId: shop.id, importId: again.id }))).toBeNull();
});
