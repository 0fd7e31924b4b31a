import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { inShop, outsideShops } from "#db/in-shop";
import { owner } from "#db/owner-fixture";
import { identities } from "#db/schema/channels";
import { consentRecords, contacts } from "#db/schema/contacts";
import { orders } from "#db/schema/orders";
import { persons, sessions } from "#db/schema/persons";
import { dataRequests } from "#db/schema/privacy";
import { ledgerOf } from "#lib/connect/connect-fixture";
import { findVisitor } from "#lib/connect/find-visitor";
import { listMyConversations } from "#lib/connect/list-my-conversations";
import { makeThread, storedMessages } from "#lib/connect/visitor-fixture";
import { saveDraft } from "#lib/conversations/save-draft";
import { sendMessage } from "#lib/conversations/send-message";
import { uploadAttachment } from "#lib/conversations/upload-attachment";
import { now } from "#lib/core/clock";
import { notFound } from "#lib/core/errors";
import { getFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import { deliver } from "#lib/orders/hook-fixture";
import { storedOrder } from "#lib/orders/order-fixture";
import { personChannel, shopChannel } from "#lib/realtime/channels";
import { heard } from "#lib/realtime/deaf-hub-fixture";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { plant } from "#lib/worker/canary-fixture";
import { jobsOf, runJob, runJobs, takeJobs } from "../worker/jobs-fixture";
import { eraseContact, eraseMine } from "./ask-erasure";
import { filesWith, tablesWith } from "./everywhere-fixture";
import { leaveComptoir } from "./leave-comptoir";

const newCanary = () => `canari${newId().slice(-12)}`;
const requestOf = async (shopId: string, id: string) =>
  (await inShop(shopId, (tx) => tx.select().from(dataRequests).where(eq(dataRequests.id, id))))[0];

/** Runs the erasure alone, as a worker does that is killed right after. */
async function runErasure(shopId: string): Promise<void> {
  const [job] = (await jobsOf(shopId)).filter(({ task }) => task === "eraseContact");
  await runJob("eraseContact", job?.payload);
}

/** Whether anybody waits for this transaction to end. */
async function isAwaited(transaction: string): Promise<boolean> {
  const rows = await owner()`select from pg_locks
    where locktype = 'transactionid' and transactionid::text = ${transaction} and not granted`;
  return rows.length > 0;
}

describe("GDPR-01: an erasure", () => {
  it("leaves the shopper's words in no table, no file and no waiting job, and everybody else's as they were", async () => {
    const canary = newCanary();
    const planted = await plant(canary);
    const { shop, owner, contactId } = planted;
    const other = await makeThread(shop, "Et moi ?");
    const { attachment } = await uploadAttachment(owner, {
      ...{ fileName: `${canary}.txt`, declaredType: "text/plain", bytes: Buffer.from(`octets ${canary}`) },
    });
    await saveDraft(owner, {
      ...{ conversationId: planted.conversationId, kind: "note", body: "", version: 0 },
      attachmentIds: [attachment.id],
    });
    await takeJobs(shop.id);
    const planting = await tablesWith(shop.id, canary);
    for (const table of [
      "contacts",
      "messages",
      "attachments",
      "orders",
      "order_lines",
      "inbound_events",
      "inbound_items",
      "early_changes",
      "visitors",
      "reactions",
      "drafts",
      "claimed_emails",
      "ratings",
      "imports",
      "attributes",
      "contact_notes",
      "contact_field_values",
      "message_wordings",
      "answer_mails",
      "shop_accounts",
      "contact_exports",
      "connect_requests",
      "persons",
    ])
      expect(planting).toContain(table);
    expect(filesWith(shop.id, canary)).toHaveLength(3);

    const { id } = await eraseContact(owner, { contactId });
    await expect(
      sendMessage(owner, { conversationId: planted.conversationId, clientKey: newId(), body: "Encore ?" }),
    ).rejects.toMatchObject({ key: "not_while_erasing" });
    await runJobs(shop.id);

    expect(await tablesWith(shop.id, canary)).toEqual(["persons"]);
    expect(filesWith(shop.id, canary)).toEqual([]);
    expect(await getFile(planted.file)).toBeNull();
    const { conversationId, scheduledId: messageId } = planted;
    await runJob("sendScheduled", { shopId: shop.id, conversationId, messageId });
    expect(await jobsOf(shop.id)).toEqual([]);
    expect(await findVisitor(shop, planted.visitor.token)).toBeNull();
    const request = await requestOf(shop.id, id);
    expect(request).toMatchObject({ state: "done", kind: "erasure", origin: "member" });
    expect(request?.done).toBe(request?.total);
    expect(await storedMessages(shop.id, other.conversationId)).toHaveLength(1);
  });

  it("keeps the proof of what she allowed, and the sums of her orders without her", async () => {
    const planted = await plant(newCanary());
    const { shop, owner, contactId, order } = planted;
    await eraseContact(owner, { contactId });
    await runJobs(shop.id);
    const proof = await inShop(shop.id, (tx) =>
      tx
        .select({ purpose: consentRecords.purpose, action: consentRecords.action })
        .from(consentRecords)
        .where(and(eq(consentRecords.shopId, shop.id), eq(consentRecords.contactId, contactId))),
    );
    expect(proof.filter(({ action }) => action === "granted")).toHaveLength(2);
    expect(await storedOrder(shop.id, order.id)).toMatchObject({
      total: 4_500,
      contactId: null,
      customerName: "",
      lines: [],
    });
    const [left] = await inShop(shop.id, (tx) => tx.select().from(contacts).where(eq(contacts.id, contactId)));
    expect(left).toMatchObject({ name: "", email: null, personId: null });
    expect(left?.erasedAt).toBeInstanceOf(Date);
  });

  it("is not undone by a later delivery of the same order", async () => {
    const canary = newCanary();
    const { shop, owner, contactId, connection, order } = await plant(canary);
    await eraseContact(owner, { contactId });
    await runJobs(shop.id);
    const shipped = { ...order, status: "shipped" as const, updatedAt: "2026-06-01T10:00:00Z" };
    await deliver(connection, { event: "order.updated", order: shipped });
    heard().splice(0);
    await runJobs(shop.id);
    const told = heard().filter(({ event }) => event === "order.changed");
    expect(told).toMatchObject([{ channel: shopChannel(shop.id), data: { contactId: null } }]);
    for (const { task, payload } of await takeJobs(shop.id)) await runJob(task, payload);
    expect(await storedOrder(shop.id, order.id)).toMatchObject({
      status: "shipped",
      contactId: null,
      customerName: "",
    });
    expect((await tablesWith(shop.id, canary)).sort()).toEqual(["persons"]);
  });

  it("waits for an order that is being stored, and leaves nothing of her in it", async () => {
    const { shop, owner: member, contactId, visitor } = await plant(newCanary());
    await eraseContact(member, { contactId });
    const late = newCanary();
    const [erasing] = await inShop(shop.id, async (tx) => {
      const mine = and(eq(identities.shopId, shop.id), eq(identities.id, visitor.identityId));
      await tx.select({ id: identities.id }).from(identities).where(mine).for("share");
      await tx.insert(orders).values({
        ...{ shopId: shop.id, contactId, source: "storefront", externalId: late, number: "#1", customerName: late },
        ...{ currency: "EUR", total: 100, status: "shipped", paid: true, placedAt: now(), sourceUpdatedAt: now() },
      });
      const [own] = await tx.execute<{ id: string }>(sql`select pg_current_xact_id()::xid::text as id`);
      const begun = [runErasure(shop.id)] as const;
      await vi.waitFor(async () => expect(await isAwaited(own?.id ?? "")).toBe(true), 10_000);
      return begun;
    });
    await erasing;
    const [left] = await inShop(shop.id, (tx) => tx.select().from(orders).where(eq(orders.externalId, late)));
    expect(left).toMatchObject({ contactId: null, customerName: "", total: 100 });
  });

  it("asked twice is one erasure; an agent and another shop's owner may not", async () => {
    const { shop, owner, contactId } = await plant(newCanary());
    const [agent, { owner: stranger }] = [await makeMember(owner), await makeShop()];
    await expect(eraseContact(agent, { contactId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(eraseContact(stranger, { contactId })).rejects.toEqual(notFound("contact"));
    const [first, second] = [await eraseContact(owner, { contactId }), await eraseContact(owner, { contactId })];
    expect(second.id).toBe(first.id);
    expect((await jobsOf(shop.id)).filter(({ task }) => task === "eraseContact")).toHaveLength(1);
  });
});

describe("a shopper herself", () => {
  it("erases one shop, and is told as long as it goes on, and of its end", async () => {
    const { shop, person, contactId } = await plant(newCanary());
    const asked = await eraseMine(person, { shop: shop.slug, person: person.id, locale: "fr" });
    expect(asked).toMatchObject({ kind: "erasure", origin: "me", state: "running" });
    expect(await listMyConversations(person)).not.toEqual([]);
    const withdrawn = (await ledgerOf(shop.id, contactId)).filter(({ action }) => action === "withdrawn");
    expect(withdrawn.map(({ act, locale }) => [act, locale])).toEqual([
      ["my_permissions", "fr"],
      ["my_permissions", "fr"],
    ]);
    heard().splice(0);
    await runJobs(shop.id);
    const told = heard().map(({ channel, event }) => `${channel} ${event}`);
    const done = told.indexOf(`${shopChannel(shop.id)} contact.erased`);
    expect(told.slice(done)).toContain(`${personChannel(person.id)} mine.changed`);
    expect(JSON.stringify(heard().filter(({ channel }) => channel === shopChannel(shop.id)))).not.toContain(person.id);
    expect(await listMyConversations(person)).toEqual([]);
    await expect(eraseMine(person, { shop: shop.slug, person: person.id, locale: "fr" })).rejects.toEqual(
      notFound("shop"),
    );
  });

  it("leaves for good: her login goes with the last shop", async () => {
    const canary = newCanary();
    const { shop, person } = await plant(canary);
    expect(await leaveComptoir(person, { person: person.id, locale: "fr" })).toEqual({ shops: 1 });
    await runErasure(shop.id);
    expect(await tablesWith(shop.id, canary)).toContain("persons");
    await runJobs(shop.id);
    expect(await tablesWith(shop.id, canary)).toEqual([]);
    const [login] = await outsideShops((tx) => tx.select().from(persons).where(eq(persons.id, person.id)));
    expect(login).toMatchObject({ name: "", email: null });
    expect(await outsideShops((tx) => tx.select().from(sessions).where(eq(sessions.personId, person.id)))).toEqual([]);
  });
});
