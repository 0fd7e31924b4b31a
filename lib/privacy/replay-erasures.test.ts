import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { inShop, outsideShops } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { persons } from "#db/schema/persons";
import { ledgerOf } from "#lib/connect/connect-fixture";
import { mergeContacts } from "#lib/connect/merge-contacts";
import { undoMerge } from "#lib/connect/undo-merge";
import { makeThread, storedMessages } from "#lib/connect/visitor-fixture";
import { newId } from "#lib/core/ids";
import { makeShop } from "#lib/shops/shop-fixture";
import { plant } from "#lib/worker/canary-fixture";
import { runJobs } from "#lib/worker/jobs-fixture";
import { eraseContact } from "./ask-erasure";
import { tablesWith } from "./everywhere-fixture";
import { leaveComptoir } from "./leave-comptoir";
import { listReturned, replayErasures } from "./replay-erasures";

beforeAll(() => {
  process.env.COMPTOIR_DATA = mkdtempSync(join(tmpdir(), "erased-"));
});

const newCanary = () => `canari${newId().slice(-12)}`;

async function makeTwo() {
  const { shop, owner } = await makeShop();
  const [one, other] = [await makeThread(shop), await makeThread(shop)];
  const back = (contactId: string, mergedInto: string | null) =>
    inShop(shop.id, (tx) =>
      tx
        .update(contacts)
        .set({ name: "Amélie", erasedAt: null, mergedInto })
        .where(and(eq(contacts.shopId, shop.id), eq(contacts.id, contactId))),
    );
  const merge = () => mergeContacts(owner, { contactId: one.visitor.contactId, otherId: other.visitor.contactId });
  return { shop, owner, one, other, back, merge };
}

it("is done again after a restored backup brought her back", async () => {
  const canary = newCanary();
  const { shop, owner, contactId } = await plant(canary);
  await eraseContact(owner, { contactId });
  await runJobs(shop.id);
  await inShop(shop.id, (tx) =>
    tx.update(contacts).set({ name: canary, erasedAt: null }).where(eq(contacts.shopId, shop.id)),
  );
  const proof = await ledgerOf(shop.id, contactId);
  expect(await replayErasures()).toEqual({ erased: 3, left: 0 });
  expect(await ledgerOf(shop.id, contactId), "nothing is said in her name").toEqual(proof);
  expect((await tablesWith(shop.id, canary)).sort()).toEqual(["persons"]);
  expect(await replayErasures()).toEqual({ erased: 0, left: 0 });
});

it("is done again for the login of somebody who had left", async () => {
  const canary = newCanary();
  const { shop, person, contactId } = await plant(canary);
  await leaveComptoir(person, { person: person.id, locale: "fr" });
  await runJobs(shop.id);
  await outsideShops((tx) => tx.update(persons).set({ name: canary }).where(eq(persons.id, person.id)));
  await inShop(shop.id, (tx) =>
    tx.update(contacts).set({ name: canary, personId: person.id, erasedAt: null }).where(eq(contacts.id, contactId)),
  );
  expect(await listReturned()).toMatchObject({ contacts: [{ contactId }], logins: [person.id] });
  expect(await replayErasures()).toEqual({ erased: 2, left: 0 });
  expect(await tablesWith(shop.id, canary)).toEqual([]);
});

it("is done again for each of those who had been joined, where the backup is of before", async () => {
  const { shop, owner, one, other, back, merge } = await makeTwo();
  await merge();
  await eraseContact(owner, { contactId: one.visitor.contactId });
  await runJobs(shop.id);
  await back(other.visitor.contactId, null);
  expect(await replayErasures()).toEqual({ erased: 1, left: 0 });
  expect((await listReturned()).contacts).toEqual([]);
});

it("leaves alone somebody who was not erased, with whom the backup holds her as one", async () => {
  const { shop, owner, one, other, back, merge } = await makeTwo();
  const { mergeId } = await merge();
  await undoMerge(owner, { mergeId: mergeId ?? "" });
  await eraseContact(owner, { contactId: other.visitor.contactId });
  await runJobs(shop.id);
  await back(other.visitor.contactId, one.visitor.contactId);
  expect(await replayErasures()).toEqual({ erased: 0, left: 1 });
  expect(await storedMessages(shop.id, one.conversationId)).not.toEqual([]);
  await back(other.visitor.contactId, null);
  expect(await replayErasures()).toEqual({ erased: 1, left: 0 });
});
