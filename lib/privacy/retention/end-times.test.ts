import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, desc, eq, lte } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { auditRecords } from "#db/schema/audit";
import { consentRecords } from "#db/schema/contacts";
import { attachments, messages } from "#db/schema/conversations";
import { earlyChanges } from "#db/schema/messenger";
import { orders } from "#db/schema/orders";
import { dataRequests, keptTimes } from "#db/schema/privacy";
import { ratings } from "#db/schema/widget";
import { drafts } from "#db/schema/writing";
import { answerCard, makeThread, storedMessages, type TestThread } from "#lib/connect/visitor-fixture";
import { receiveMessage } from "#lib/conversations/receive-message";
import { uploadAttachment } from "#lib/conversations/upload-attachment";
import { DAY } from "#lib/core/clock";
import { getFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import { placeOrder } from "#lib/orders/order-fixture";
import { makeShop } from "#lib/shops/shop-fixture";
import { runJobs, takeJobs } from "#lib/worker/jobs-fixture";
import { answerAccess } from "../answer-access";
import { readErasures } from "../erase/replay-list";
import { recordRequest } from "../record-request";
import { BATCH } from "./clear-rest";
import { endTimesOf } from "./end-times";
import { isErased, past, silence } from "./times-fixture";

beforeAll(() => {
  process.env.COMPTOIR_DATA = mkdtempSync(join(tmpdir(), "times-"));
});

/** Makes the first messages of a thread as old as that. */
async function age({ visitor: { shopId }, conversationId }: TestThread, upTo: number, createdAt: Date) {
  await inShop(shopId, (tx) =>
    tx
      .update(messages)
      .set({ createdAt })
      .where(and(eq(messages.shopId, shopId), eq(messages.conversationId, conversationId), lte(messages.seq, upTo))),
  );
}

const logOf = (shopId: string) =>
  inShop(shopId, (tx) =>
    tx.select().from(auditRecords).where(eq(auditRecords.shopId, shopId)).orderBy(desc(auditRecords.at)),
  );

it("GDPR-05: clears what was said longer ago than the shop keeps it, with its files, and nothing younger; twice is once", async () => {
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
  const plan = { fileName: "plan.txt", declaredType: "text/plain", bytes: Buffer.from("Un secret") };
  const { attachment } = await uploadAttachment(owner, plan);
  await takeJobs(shop.id);
  await inShop(shop.id, async (tx) => {
    for (const [seq, kind, at] of [
      [1, "reply", past(24)],
      [2, "note", past(23)],
    ] as const) {
      const messageId = seq === 1 ? line?.id : null;
      await tx.insert(ratings).values({ ...of, seq, score: 4, comment: "Un secret", answeredAt: at, messageId });
      const attachmentIds = kind === "reply" ? [attachment.id] : [];
      const written = { memberId: owner.memberId, kind, body: "Un secret", attachmentIds };
      await tx.insert(drafts).values({ ...of, ...written, updatedAt: at });
    }
    const early = { shopId: shop.id, channelId: thread.visitor.channelId, kind: "edit", change: {} } as const;
    const many = Array.from({ length: BATCH + 1 }, () => ({ ...early, externalId: newId(), at: past(24) }));
    await tx.insert(earlyChanges).values([...many, { ...early, externalId: newId(), at: past(23) }]);
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
  await runJobs(shop.id);
  expect(await getFile(`${shop.id}/${attachment.id}`)).toBeNull();
  expect(await inShop(shop.id, (tx) => tx.$count(earlyChanges, eq(earlyChanges.shopId, shop.id)))).toBe(1);
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
