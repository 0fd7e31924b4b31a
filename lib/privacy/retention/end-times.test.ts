import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, desc, eq, isNotNull, lte } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { owner } from "#db/owner-fixture";
import { auditRecords } from "#db/schema/audit";
import { consentRecords, contacts } from "#db/schema/contacts";
import { attachments, conversations, messages } from "#db/schema/conversations";
import { orders } from "#db/schema/orders";
import { contactExports, dataRequests, keptTimes } from "#db/schema/privacy";
import { shops } from "#db/schema/shops";
import { ratings } from "#db/schema/widget";
import { drafts } from "#db/schema/writing";
import { answerCard, makeThread, storedMessages, type TestThread } from "#lib/connect/visitor-fixture";
import { overBefore } from "#lib/conversations/kept-times";
import { receiveMessage } from "#lib/conversations/receive-message";
import { DAY, HOUR } from "#lib/core/clock";
import { getFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import { loadImport } from "#lib/imports/load-import";
import { placeOrder } from "#lib/orders/order-fixture";
import { makeShop } from "#lib/shops/shop-fixture";
import { tryText } from "#lib/worker/import-fixture";
import { runJob, runJobs, takeJobs } from "#lib/worker/jobs-fixture";
import { answerAccess } from "../answer-access";
import { startExport } from "../contact-export/start-export";
import { partKey, writeExport } from "../contact-export/write-export";
import { readErasures } from "../erase/replay-list";
import { recordRequest } from "../record-request";
import { endTimesOf } from "./end-times";
import { listBehind } from "./list-behind";

beforeAll(() => {
  process.env.COMPTOIR_DATA = mkdtempSync(join(tmpdir(), "times-"));
});

/** A day more than so many months ago. */
const past = (months: number) => new Date(overBefore(months).getTime() - DAY);

/** Makes the first messages of a thread as old as that. */
async function age({ visitor: { shopId }, conversationId }: TestThread, upTo: number, createdAt: Date) {
  await inShop(shopId, (tx) =>
    tx
      .update(messages)
      .set({ createdAt })
      .where(and(eq(messages.shopId, shopId), eq(messages.conversationId, conversationId), lte(messages.seq, upTo))),
  );
}

/** Makes it so that nothing came from her since. */
async function silence({ visitor: { shopId, contactId } }: TestThread, at: Date) {
  await inShop(shopId, async (tx) => {
    await tx.update(contacts).set({ lastSeenAt: at }).where(eq(contacts.id, contactId));
    await tx.update(conversations).set({ lastContactAt: at }).where(eq(conversations.contactId, contactId));
  });
}

const logOf = (shopId: string) =>
  inShop(shopId, (tx) =>
    tx.select().from(auditRecords).where(eq(auditRecords.shopId, shopId)).orderBy(desc(auditRecords.at)),
  );

/** Runs the erasures that wait, and nothing else. */
async function runErasures(shopId: string) {
  for (const { task, payload } of await takeJobs(shopId)) if (task === "eraseContact") await runJob(task, payload);
}

const isErased = async ({ visitor: { shopId, contactId } }: TestThread) =>
  (
    await inShop(shopId, (tx) =>
      tx
        .select()
        .from(contacts)
        .where(and(eq(contacts.id, contactId), isNotNull(contacts.erasedAt))),
    )
  ).length > 0;

it("clears what was said longer ago than the shop keeps it, with its files, and nothing younger; twice is once", async () => {
  const { shop } = await makeShop();
  const thread = await makeThread(shop, "Mon secret");
  await receiveMessage(thread.visitor, { clientKey: newId(), body: "Un autre secret" });
  await receiveMessage(thread.visitor, { clientKey: newId(), body: "Hier" });
  const [first] = await storedMessages(shop.id, thread.conversationId);
  await inShop(shop.id, (tx) =>
    tx.insert(attachments).values({ shopId: shop.id, messageId: first?.id, kind: "file", storageKey: newId() }),
  );
  await age(thread, 2, past(24));
  await takeJobs(shop.id);
  expect(await endTimesOf(shop.id)).toEqual({ messages: 2, contacts: 0 });
  const left = await storedMessages(shop.id, thread.conversationId);
  expect(left.map(({ kind, body, seq }) => [seq, kind, body])).toEqual([
    [1, "event", ""],
    [2, "event", ""],
    [3, "text", "Hier"],
  ]);
  expect(JSON.stringify(left)).not.toContain("secret");
  expect(await inShop(shop.id, (tx) => tx.$count(attachments, eq(attachments.shopId, shop.id)))).toBe(0);
  expect((await takeJobs(shop.id)).map(({ task }) => task)).toContain("discardFiles");
  expect(await endTimesOf(shop.id)).toEqual({ messages: 0, contacts: 0 });
  expect(await logOf(shop.id)).toMatchObject([{ act: "time_over", memberId: null, detail: { n: 0, messages: 2 } }]);
});

it("clears the words beside the messages that are as old, and leaves the younger and what was counted", async () => {
  const { shop, owner } = await makeShop();
  const thread = await makeThread(shop);
  const { conversationId } = thread;
  const of = { shopId: shop.id, conversationId };
  await age(thread, 1, past(24));
  const [line] = await storedMessages(shop.id, conversationId);
  await inShop(shop.id, async (tx) => {
    for (const [seq, kind, at] of [
      [1, "reply", past(24)],
      [2, "note", past(23)],
    ] as const) {
      const messageId = seq === 1 ? line?.id : null;
      await tx.insert(ratings).values({ ...of, seq, score: 4, comment: "Un secret", answeredAt: at, messageId });
      await tx.insert(drafts).values({ ...of, memberId: owner.memberId, kind, body: "Un secret", updatedAt: at });
    }
  });
  await endTimesOf(shop.id);
  const [said, written] = await inShop(shop.id, async (tx) => [
    await tx.select().from(ratings).where(eq(ratings.shopId, shop.id)).orderBy(ratings.seq),
    await tx.select().from(drafts).where(eq(drafts.shopId, shop.id)),
  ]);
  expect(said, "the score is no word").toMatchObject([
    { score: 4, comment: "", messageId: line?.id },
    { score: 4, comment: "Un secret" },
  ]);
  expect(written).toMatchObject([{ kind: "note" }]);
});

it("waits with what is still to go, and clears it once it went and is old", async () => {
  const { shop } = await makeShop();
  const thread = await makeThread(shop, "Bonjour");
  await receiveMessage(thread.visitor, { clientKey: newId(), body: "Bonsoir" });
  await age(thread, 2, past(24));
  const set = (delivery: "scheduled" | "sent", sendAt: Date | null) =>
    inShop(shop.id, (tx) =>
      tx
        .update(messages)
        .set({ delivery, sendAt })
        .where(and(eq(messages.shopId, shop.id), eq(messages.seq, 1))),
    );
  await set("scheduled", new Date(Date.now() + DAY));
  expect(await endTimesOf(shop.id), "what is younger goes past it").toEqual({ messages: 1, contacts: 0 });
  expect(await endTimesOf(shop.id)).toEqual({ messages: 0, contacts: 0 });
  await set("sent", null);
  expect(await endTimesOf(shop.id)).toEqual({ messages: 1, contacts: 0 });
});

it("erases who never bought and who bought once their times are over, onto the replay list, and nobody else", async () => {
  const { shop } = await makeShop();
  const make = () => makeThread(shop);
  const [silent, recent, bought, boughtLongAgo, allowed] = [
    await make(),
    await make(),
    await make(),
    await make(),
    await make(),
  ];
  await placeOrder(bought.visitor, { placedAt: past(30).toISOString() });
  await placeOrder(boughtLongAgo.visitor, { placedAt: past(40).toISOString() });
  await answerCard(allowed.visitor, ["service"]);
  await runJobs(shop.id);
  for (const one of [silent, bought, boughtLongAgo, allowed]) await silence(one, past(36));
  await silence(recent, past(35));
  expect(await endTimesOf(shop.id)).toMatchObject({ contacts: 2 });
  expect(await endTimesOf(shop.id), "while they are being erased").toMatchObject({ contacts: 0 });
  await runJobs(shop.id);
  const gone = await Promise.all([silent, recent, bought, boughtLongAgo, allowed].map(isErased));
  expect(gone).toEqual([true, false, false, true, false]);
  const requests = await inShop(shop.id, (tx) =>
    tx.select().from(dataRequests).where(eq(dataRequests.shopId, shop.id)),
  );
  expect(requests.map(({ origin, state, proof }) => [origin, state, proof.prospects])).toEqual([
    ["retention", "done", 36],
    ["retention", "done", 36],
  ]);
  const listed = (await readErasures()).contacts.map(({ contactId }) => contactId);
  expect(listed).toEqual(expect.arrayContaining([silent.visitor.contactId, boughtLongAgo.visitor.contactId]));
  const kept = await inShop(shop.id, (tx) => tx.select().from(orders).where(eq(orders.shopId, shop.id)));
  expect(kept).toHaveLength(2);
  const records = await inShop(shop.id, (tx) => tx.$count(consentRecords, eq(consentRecords.shopId, shop.id)));
  expect(records).toBeGreaterThan(0);
});

it("goes by the times that the owner chose", async () => {
  const { shop } = await makeShop();
  const thread = await makeThread(shop);
  await age(thread, 1, past(6));
  await silence(thread, past(12));
  expect(await endTimesOf(shop.id)).toEqual({ messages: 0, contacts: 0 });
  const times = { messages: 6, prospects: 12 };
  await inShop(shop.id, (tx) =>
    tx
      .insert(keptTimes)
      .values({ shopId: shop.id, ...times })
      .onConflictDoUpdate({ target: keptTimes.shopId, set: times }),
  );
  expect(await endTimesOf(shop.id)).toEqual({ messages: 1, contacts: 1 });
});

it("erases nobody who waits for a copy of her data before she has it", async () => {
  const { shop, owner } = await makeShop();
  const thread = await makeThread(shop);
  await silence(thread, past(36));
  const { contactId } = thread.visitor;
  await recordRequest(owner, { contactId, kind: "access", askedOn: new Date().toISOString().slice(0, 10) });
  expect(await endTimesOf(shop.id)).toMatchObject({ contacts: 0 });
  await answerAccess(owner, { contactId });
  expect(await endTimesOf(shop.id)).toMatchObject({ contacts: 1 });
});

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

it("drops the exports that may hold somebody who is erased, and leaves later ones and files being imported", async () => {
  const { shop, owner: boss } = await makeShop();
  const make = async (name: string) => {
    const thread = await makeThread(shop);
    await inShop(shop.id, (tx) => tx.update(contacts).set({ name }).where(eq(contacts.id, thread.visitor.contactId)));
    return thread;
  };
  const [gone, stays] = [await make("Amélie"), await make("Camille")];
  const nameless = await makeThread(shop);
  const ids = [stays.visitor.contactId];
  const whole = await startExport(boss, { filter: {} });
  const named = await startExport(boss, { filter: {}, ids });
  const { id: importId } = await tryText(boss, "email,name\na@mail.example,A");
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
  expect(await getFile(partKey({ shopId: shop.id, exportId: later.id }, 0))).not.toContain("Amélie");
  expect(await loadImport(boss, { importId })).toMatchObject({ state: "tried", stoppedBy: null });
});
