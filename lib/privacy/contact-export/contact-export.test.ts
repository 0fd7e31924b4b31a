import { eq } from "drizzle-orm";
import { beforeAll, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { owner as asOwner } from "#db/owner-fixture";
import { contacts } from "#db/schema/contacts";
import { signInChat } from "#lib/connect/connect-fixture";
import { makeThread, makeVisitor } from "#lib/connect/visitor-fixture";
import { withdrawPermission } from "#lib/connect/withdraw-permission";
import { setContactField } from "#lib/contacts/about/set-field";
import { countReach } from "#lib/contacts/count-reach";
import { listFields } from "#lib/contacts/fields/list-fields";
import { listContacts } from "#lib/contacts/list-contacts";
import type { Purpose } from "#lib/contacts/purposes";
import { createTag } from "#lib/conversations/tags/create-tag";
import { tagConversation } from "#lib/conversations/tags/tag-conversation";
import { DAY, HOUR, MINUTE } from "#lib/core/clock";
import { notFound } from "#lib/core/errors";
import * as files from "#lib/core/files";
import { newId } from "#lib/core/ids";
import { answerOf } from "#lib/http/route-fixture";
import { placeOrder } from "#lib/orders/order-fixture";
import { listActs } from "#lib/shops/list-acts";
import type { ShopView } from "#lib/shops/load-shop";
import { makeMember, makePerson, makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { jobsOf, runJob, takeJobs } from "../../worker/jobs-fixture";
import { eraseContact } from "../ask-erasure";
import { discardExport } from "./discard-export";
import { loadExport } from "./load-export";
import { startExport } from "./start-export";
import { EXPORT_LIFE_MS, partKey } from "./write-export";

let shop: ShopView;
let owner: TestMember;

async function makeShopper(name: string, allow: Purpose[]) {
  const person = await makePerson(name);
  const visitor = await signInChat(shop, await makeVisitor(shop), person, allow);
  return { person, visitor };
}
const names = async (filter: Parameters<typeof listContacts>[1]) =>
  (await listContacts(owner, filter)).contacts.map(({ name }) => name).sort();
const fileOf = (exportId: string, { token }: { token: string }) =>
  answerOf(
    "app/api/v1/shops/[shop]/exports/[export]/file/route.ts",
    "GET",
    { shop: shop.slug, export: exportId },
    {
      headers: { cookie: `__Host-comptoir-session=${token}` },
    },
  );
async function write() {
  for (const { task, payload } of await takeJobs(shop.id)) if (task === "exportContacts") await runJob(task, payload);
}

beforeAll(async () => {
  ({ shop, owner } = await makeShop());
  await makeShopper("Amélie", ["service", "offers"]);
  const camille = await makeShopper("Camille", ["service", "order_updates", "offers"]);
  await makeShopper('=HYPERLINK("http://e","x")', []);
  await withdrawPermission(camille.person, {
    shop: shop.slug,
    person: camille.person.id,
    locale: "fr",
    purposes: ["offers"],
  });
  await placeOrder(camille.visitor, { number: "#8812" });
  await placeOrder(camille.visitor, { number: "#8813", status: "cancelled", currency: "USD" });
  await placeOrder(camille.visitor, { number: "#8814", paid: false, currency: "GBP" });
  await takeJobs(shop.id);
});

it("narrows contacts by what they allow now, by channel, by when they were seen and by an order's number", async () => {
  expect(await names({ offers: "on" })).toEqual(["Amélie"]);
  expect(await names({ offers: "off" })).toEqual(["Camille"]);
  expect(await names({ service: "on", order_updates: "on" })).toEqual(["Camille"]);
  expect(await names({ channel: "messenger" })).toEqual([]);
  expect(await names({ channel: "web_chat", seen: "week" })).toHaveLength(3);
  expect(await names({ seen: "longer" })).toEqual([]);
  expect(await names({ search: "8812" })).toEqual(["Camille"]);
  const [camille] = (await listContacts(owner, { search: "8812" })).contacts;
  expect(camille).toMatchObject({ orders: 2, spent: { minor: 4_500, currency: "EUR" } });
});

it("narrows contacts by a tag of their conversations and by what is filled in, and writes that out", async () => {
  const [amelie, camille] = ["Amélie", "Camille"].map((name) => async () => {
    const [row] = (await listContacts(owner, { search: name })).contacts;
    if (!row) throw new Error(`no ${name}`);
    return row;
  });
  if (!amelie || !camille) throw new Error("nobody");
  const { id: contactId } = await amelie();
  await setContactField(owner, { contactId, name: "Taille", value: "=M", before: "" });
  await setContactField(owner, { contactId: (await camille()).id, name: "Taille", value: "L", before: "" });
  const [field] = await listFields(owner);
  const fieldId = field?.id ?? "";
  expect((await amelie()).fields).toEqual({ [fieldId]: "=M" });
  expect(await names({ field: fieldId })).toEqual(["Amélie", "Camille"]);
  expect(await names({ field: `${fieldId}:l` })).toEqual(["Camille"]);
  expect(await names({ field: newId() })).toEqual([]);
  const { id: tagId } = await createTag(owner, { name: "Mariage" });
  const { conversationId, visitor } = await makeThread(shop);
  await signInChat(shop, visitor, await makePerson("Inès"));
  await tagConversation(owner, { conversationId, tagId });
  expect(await names({ tag: tagId })).toEqual(["Inès"]);
  expect(await countReach(owner, { tag: newId() })).toEqual({ contacts: 0, offers: 0 });

  const { id } = await startExport(owner, { filter: { field: fieldId } });
  await write();
  const [head, ...lines] = String((await fileOf(id, owner.person)).body)
    .trim()
    .split("\r\n");
  expect(head).toMatch(/,contact,Taille$/);
  expect(lines.map((line) => line.split(",").at(-1)).sort()).toEqual(["'=M", "L"]);
  await eraseContact(owner, { contactId: visitor.contactId });
  for (const { task, payload } of await takeJobs(shop.id)) if (task === "eraseContact") await runJob(task, payload);
});

it("says of all that a filter means how many may be sent offers", async () => {
  expect(await countReach(owner, {})).toEqual({ contacts: 3, offers: 1 });
});

it("writes a file that no spreadsheet takes for formulas, for a day, for admins of the shop alone", async () => {
  const { id } = await startExport(owner, { filter: {} });
  expect((await listActs(owner, {})).acts[0]).toMatchObject({ act: "contacts_exported", who: "Léa Moreau" });
  expect((await fileOf(id, owner.person)).status).toBe(404);
  await write();
  expect(await loadExport(owner, { exportId: id })).toMatchObject({ state: "ready", done: 3 });
  const { status, body } = await fileOf(id, owner.person);
  expect(status).toBe(200);
  expect(String(body).split("\r\n")[0]).toContain("name,email,city");
  expect(body).toMatch(/^Camille,.*,2,45\.00,EUR,on,/m);
  expect(body).toContain(`"'=HYPERLINK(""http://e"",""x"")"`);
  const [agent, { owner: stranger }] = [await makeMember(owner), await makeShop()];
  await expect(startExport(agent, { filter: {} })).rejects.toThrow("forbidden");
  expect((await fileOf(id, agent.person)).status).toBe(403);
  await expect(loadExport(stranger, { exportId: id })).rejects.toEqual(notFound("export"));
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + EXPORT_LIFE_MS + 1_000 });
  const over = await loadExport(owner, { exportId: id }).catch((error: unknown) => error);
  vi.useRealTimers();
  expect(over).toEqual(notFound("export"));
});

it("writes the chosen ones only, and loses every copy when one of the shop's contacts is erased", async () => {
  const [amelie] = (await listContacts(owner, { search: "Amélie" })).contacts;
  const { id } = await startExport(owner, { filter: {}, ids: [amelie?.id ?? ""] });
  await write();
  const { body } = await fileOf(id, owner.person);
  expect(String(body).trim().split("\r\n")).toHaveLength(2);
  await eraseContact(owner, { contactId: amelie?.id ?? "" });
  for (const { task, payload } of await takeJobs(shop.id)) if (task === "eraseContact") await runJob(task, payload);
  expect((await fileOf(id, owner.person)).status).toBe(404);
  const [left] = await inShop(shop.id, (tx) =>
    tx
      .select()
      .from(contacts)
      .where(eq(contacts.id, amelie?.id ?? "")),
  );
  expect(left?.name).toBe("");
});

it("breaks off where one of its parts is gone, rather than to look whole", async () => {
  const { id } = await startExport(owner, { filter: {} });
  await write();
  await files.removeFile(partKey({ shopId: shop.id, exportId: id }, 0));
  await expect(fileOf(id, owner.person)).rejects.toThrow("is gone");
});

it("keeps no part that was being written when the export was forgotten", async () => {
  const { id } = await startExport(owner, { filter: {} });
  const putting = vi.spyOn(files, "putFile");
  const kept: string[] = [];
  putting.mockImplementationOnce(async (key, bytes) => {
    putting.mockRestore();
    await files.putFile(key, bytes);
    kept.push(key);
    await discardExport({ shopId: shop.id, exportId: id });
  });
  await write();
  expect(kept).toHaveLength(1);
  expect(await files.getFile(kept[0] ?? "")).toBeNull();
});

it("is forgotten when nothing more of it is written, and once it is ready by one job, when its day is over", async () => {
  const waiting = async () => (await jobsOf(shop.id)).filter(({ task }) => task === "discardExport");
  await takeJobs(shop.id);
  const { id: failed } = await startExport(owner, { filter: {} });
  expect(await waiting()).toMatchObject([{ payload: { exportId: failed }, due: false }]);
  for (const { task, payload } of await takeJobs(shop.id)) if (task === "discardExport") await runJob(task, payload);
  await expect(loadExport(owner, { exportId: failed })).rejects.toEqual(notFound("export"));

  const { id } = await startExport(owner, { filter: {} });
  for (const { task, payload } of await jobsOf(shop.id)) if (task === "exportContacts") await runJob(task, payload);
  const { expiresAt } = await loadExport(owner, { exportId: id });
  const due = await asOwner()<{ at: Date }[]>`
    select j.run_at as at from graphile_worker._private_jobs j where j.key = ${`export:${id}`}`;
  expect(due.map(({ at }) => at.toISOString())).toEqual([expiresAt]);
  expect(await waiting()).toHaveLength(1);
});

it("misses nobody of many who is seen, or whose week is over, while the parts are written", async () => {
  const { shop: big, owner: boss } = await makeShop();
  const ids = Array.from({ length: 502 }, newId).sort();
  const [moves = "", ages = ""] = ids.slice(-2);
  const start = Date.now();
  const seenAgo = (id: string, n: number) => (id === ages ? 7 * DAY - HOUR / 2 : n * MINUTE);
  await inShop(big.id, (tx) =>
    tx
      .insert(contacts)
      .values(
        ids.map((id, n) => ({ id, shopId: big.id, name: `Nº ${n}`, lastSeenAt: new Date(start - seenAgo(id, n)) })),
      ),
  );
  const { id: exportId } = await startExport(boss, { filter: { seen: "week" } });
  const putting = vi.spyOn(files, "putFile");
  putting.mockImplementationOnce(async (key, bytes) => {
    putting.mockRestore();
    await files.putFile(key, bytes);
    await inShop(big.id, (tx) => tx.update(contacts).set({ lastSeenAt: new Date() }).where(eq(contacts.id, moves)));
    vi.useFakeTimers({ toFake: ["Date"], now: start + HOUR });
  });
  for (const { task, payload } of await takeJobs(big.id)) if (task === "exportContacts") await runJob(task, payload);
  vi.useRealTimers();
  expect(await loadExport(boss, { exportId })).toMatchObject({ state: "ready", done: ids.length });
  const parts = [0, 1].map((part) => files.getFile(partKey({ shopId: big.id, exportId }, part)));
  const text = (await Promise.all(parts)).map(String).join("");
  expect(new Set(text.match(/Nº \d+/g))).toHaveProperty("size", ids.length);
});
