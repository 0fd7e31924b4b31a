import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { owner } from "#db/owner-fixture";
import { contacts } from "#db/schema/contacts";
import { contactExports, dataRequests } from "#db/schema/privacy";
import { shops } from "#db/schema/shops";
import { makeThread } from "#lib/connect/visitor-fixture";
import { HOUR } from "#lib/core/clock";
import { getFile } from "#lib/core/files";
import { startImport } from "#lib/imports/control-import";
import { loadImport } from "#lib/imports/load-import";
import { makeShop } from "#lib/shops/shop-fixture";
import { tryText, workOnImports } from "#lib/worker/import-fixture";
import { runJob, runJobs, takeJobs } from "#lib/worker/jobs-fixture";
import { startExport } from "../contact-export/start-export";
import { partKey, writeExport } from "../contact-export/write-export";
import { endTimesOf } from "./end-times";
import { listBehind } from "./list-behind";
import { isErased, past, silence } from "./times-fixture";

beforeAll(() => {
  process.env.COMPTOIR_DATA = mkdtempSync(join(tmpdir(), "night-"));
});

/** Runs the erasures that wait, and nothing else. */
async function runErasures(shopId: string) {
  for (const { task, payload } of await takeJobs(shopId)) if (task === "eraseContact") await runJob(task, payload);
}

it("goes on when the erasure of one fails, says in the doctor that nights fail, and erases her the next night", async () => {
  const { shop } = await makeShop();
  const [first, second] = [await makeThread(shop), await makeThread(shop)];
  for (const one of [first, second]) await silence(one, past(36));
  const [stuck, other] = first.visitor.contactId < second.visitor.contactId ? [first, second] : [second, first];
  await owner().unsafe(`create function refuse_one() returns trigger language plpgsql as $$ begin raise 'refused'; end $$;
    create trigger refuse_one before insert on data_requests for each row
    when (new.contact_id = '${stuck.visitor.contactId}') execute function refuse_one()`);
  try {
    expect(await endTimesOf(shop.id)).toMatchObject({ contacts: 1 });
  } finally {
    await owner().unsafe("drop trigger refuse_one on data_requests; drop function refuse_one()");
  }
  await runJobs(shop.id);
  expect([await isErased(stuck), await isErased(other)]).toEqual([false, true]);
  await inShop(shop.id, (tx) =>
    tx
      .update(shops)
      .set({ createdAt: past(1) })
      .where(eq(shops.id, shop.id)),
  );
  expect(await listBehind()).toContain(shop.id);
  expect(await endTimesOf(shop.id)).toMatchObject({ contacts: 1 });
  expect(await listBehind()).not.toContain(shop.id);

  await takeJobs(shop.id);
  await inShop(shop.id, (tx) => tx.update(dataRequests).set({ createdAt: past(1) }));
  await endTimesOf(shop.id);
  await runErasures(shop.id);
  expect(await isErased(stuck), "whose job failed for good is tried again").toBe(true);
});

it("drops the exports that may hold who is erased, not later ones nor files being imported, which bring nobody back", async () => {
  const { shop, owner: boss } = await makeShop();
  const make = async (name: string) => {
    const thread = await makeThread(shop);
    await inShop(shop.id, (tx) =>
      tx
        .update(contacts)
        .set({ name, email: `${name}@mail.example` })
        .where(eq(contacts.id, thread.visitor.contactId)),
    );
    return thread;
  };
  const [gone, stays] = [await make("amelie"), await make("camille")];
  const nameless = await makeThread(shop);
  const ids = [stays.visitor.contactId];
  const whole = await startExport(boss, { filter: {} });
  const named = await startExport(boss, { filter: {}, ids });
  const { id: importId } = await tryText(boss, "email,name\namelie@mail.example,A\nb@mail.example,B");
  await takeJobs(shop.id);
  const left = async () =>
    (await inShop(shop.id, (tx) => tx.select().from(contactExports).where(eq(contactExports.shopId, shop.id))))
      .map(({ id }) => id)
      .sort();

  await silence(nameless, past(36));
  await endTimesOf(shop.id);
  await runErasures(shop.id);
  expect(await left(), "no list of contacts holds who has no name").toEqual([whole.id, named.id].sort());

  await silence(gone, past(36));
  await endTimesOf(shop.id);
  const later = await startExport(boss, { filter: {} });
  await inShop(shop.id, (tx) =>
    tx
      .update(contactExports)
      .set({ createdAt: new Date(Date.now() + HOUR) })
      .where(and(eq(contactExports.shopId, shop.id), eq(contactExports.id, later.id))),
  );
  await writeExport({ shopId: shop.id, exportId: later.id });
  await runErasures(shop.id);
  expect(await left()).toEqual([named.id, later.id].sort());
  expect(await getFile(partKey({ shopId: shop.id, exportId: later.id }, 0))).not.toContain("amelie");
  expect(await loadImport(boss, { importId })).toMatchObject({ state: "tried", stoppedBy: null });
  await startImport(boss, { importId });
  await workOnImports(shop.id);
  expect(await loadImport(boss, { importId })).toMatchObject({
    counts: { fresh: 1, refused: 1 },
    refusedLines: [{ line: 2, problem: "erased" }],
  });
});
