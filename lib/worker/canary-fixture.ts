import { eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { owner as dbOwner } from "#db/owner-fixture";
import { connectRequests, identities, visitors } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { attachments, messages } from "#db/schema/conversations";
import { answerMails, shopAccounts } from "#db/schema/identity";
import { messageWordings, reactions } from "#db/schema/message-marks";
import { earlyChanges, inboundItems } from "#db/schema/messenger";
import { contactExports } from "#db/schema/privacy";
import { reports } from "#db/schema/reports";
import { attributes, claimedEmails, ratings } from "#db/schema/widget";
import { bodyOf, fromPerson, newMid, newPsid, post, type World } from "#lib/channels/messenger/inbound/inbound-fixture";
import { makeConnectedPage } from "#lib/channels/messenger/page-fixture";
import { signInChat } from "#lib/connect/connect-fixture";
import { mergeContacts } from "#lib/connect/merge-contacts";
import { makeReference } from "#lib/connect/reference";
import { makeThread } from "#lib/connect/visitor-fixture";
import { saveContactNote } from "#lib/contacts/about/save-note";
import { setContactField } from "#lib/contacts/about/set-field";
import { receiveMessage } from "#lib/conversations/receive-message";
import { saveDraft } from "#lib/conversations/save-draft";
import { sendMessage } from "#lib/conversations/send-message";
import { writeNote } from "#lib/conversations/write-note";
import { HOUR } from "#lib/core/clock";
import { putFile } from "#lib/core/files";
import { newId } from "#lib/core/ids";
import { uploadImport } from "#lib/imports/upload-import";
import { deliver, keptOf, makeConnection } from "#lib/orders/hook-fixture";
import { sampleOrder, storedOrder } from "#lib/orders/order-fixture";
import { sendReceipt } from "#lib/orders/send-receipt";
import { makePerson, makeShop } from "#lib/shops/shop-fixture";
import { runJob, runJobs, takeJobs } from "./jobs-fixture";

/** A delivery that was taken in; one that was not says what it was answered. */
async function taken(answered: ReturnType<typeof deliver>): Promise<void> {
  const answer = await answered;
  if (answer.status !== 200) throw new Error(`an order was answered ${JSON.stringify(answer)}`);
}

/** A shop, and in it one shopper whose every trace holds `canary`, whichever way it came in. */
export async function plant(canary: string) {
  const { shop, owner } = await makeShop();
  const connection = await makeConnection(owner);
  const page = await makeConnectedPage(owner);
  const world: World = { ...page, owner, shopId: shop.id };
  const person = await makePerson(`Amélie ${canary}`);
  const thread = await makeThread(shop, `Bonjour ${canary}`);
  const visitor = await signInChat(shop, thread.visitor, person, ["service", "order_updates"]);
  const { contactId, identityId } = visitor;
  const order = sampleOrder({
    note: canary,
    url: `https://a.example/${canary}`,
    discounts: [{ name: canary, amount: 0 }],
    paymentMethod: canary,
    shipTo: { street1: canary, street2: canary, postalCode: "75011", city: canary, country: "FR" },
    lines: [{ title: `Carte « ${canary} »`, quantity: 1, unitAmount: 4_500 }],
    customer: { name: canary, email: `${canary}@a.example`, visitor: makeReference(visitor) },
  });
  await taken(deliver(connection, { event: "order.created", order }));
  await runJobs(shop.id);
  const unreadable = newId();
  await taken(deliver(connection, { event: "order.updated", order }, unreadable));
  await runJobs(shop.id);
  await dbOwner()`update inbound_events set problem = 'order_shape'
    where delivery_id = ${`${connection.id}:${unreadable}`}`;
  const psid = newPsid();
  const body = bodyOf(page.pageId, [fromPerson(world, psid, 0, { message: { mid: newMid(), text: canary } })]);
  await runJob("receiveInboundEvent", { inboundEventId: await post(body) });
  const otherId = await metOnMessenger(shop.id, psid);
  const { conversationId } = thread;
  const stored = await storedOrder(shop.id, order.id);
  if (!stored) throw new Error(`the order was not stored: ${JSON.stringify(await keptOf(connection.id))}`);
  await sendMessage(owner, { conversationId, clientKey: newId(), body: `Oui ${canary}` });
  await sendReceipt(owner, { conversationId, orderId: stored.id, clientKey: newId() });
  const later = { body: `Demain ${canary}`, sendAt: new Date(Date.now() + HOUR).toISOString() };
  const { id: scheduledId } = await sendMessage(owner, { conversationId, clientKey: newId(), ...later });
  await writeNote(owner, { conversationId, clientKey: newId(), body: `Allergique : ${canary}` });
  await saveDraft(owner, { conversationId, kind: "reply", body: `Chère ${canary}`, version: 0 });
  const { message } = await receiveMessage(visitor, { clientKey: newId(), body: canary });
  const file = `${shop.id}/${newId()}`;
  await putFile(file, Buffer.from(`octets ${canary}`));
  await inShop(shop.id, async (tx) => {
    await tx
      .update(contacts)
      .set({ email: `${canary}@a.example`, city: canary })
      .where(eq(contacts.id, contactId));
    await tx
      .update(visitors)
      .set({ page: `https://a.example/${canary}` })
      .where(eq(visitors.identityId, identityId));
    await tx.insert(attachments).values({
      ...{ shopId: shop.id, messageId: message.id, kind: "image", state: "stored", fileName: `${canary}.png` },
      ...{ contentType: "image/png", bytes: 6, storageKey: file, sourceUrl: `https://a.example/${canary}` },
    });
    await tx
      .insert(reactions)
      .values({ shopId: shop.id, messageId: message.id, author: "contact", emoji: canary, at: new Date() });
    await tx.insert(claimedEmails).values({ shopId: shop.id, identityId, email: `${canary}@b.example` });
    await tx.insert(attributes).values({ shopId: shop.id, identityId, name: "plan", value: canary, signed: false });
    await tx.insert(ratings).values({ shopId: shop.id, conversationId, seq: 1, score: 5, comment: canary });
    await tx
      .insert(reports)
      .values({ shopId: shop.id, contactId, conversationId, messageId: message.id, reason: "rude", counts: true });
    await tx
      .insert(messageWordings)
      .values({ shopId: shop.id, messageId: message.id, body: canary, until: new Date() });
    await tx.update(messages).set({ editedAt: new Date() }).where(eq(messages.id, message.id));
    await tx.insert(answerMails).values({
      ...{ shopId: shop.id, conversationId, contactId },
      messageId: message.id,
      address: `${canary}@c.example`,
    });
    await tx
      .insert(shopAccounts)
      .values({ shopId: shop.id, userId: canary, contactId, verifiedEmail: `${canary}@d.example` });
    await tx
      .insert(contactExports)
      .values({ shopId: shop.id, byMemberId: owner.memberId, filter: { search: canary }, state: "running" });
    await tx.insert(connectRequests).values({
      ...{ shopId: shop.id, visitorId: visitor.visitorId, tokenHash: newId(), codeChallenge: "x", locale: "fr" },
      ...{ source: "https://a.example", returnTo: `https://a.example/${canary}`, expiresAt: new Date() },
    });
    const item = { sender: { id: psid }, text: canary };
    await tx.insert(inboundItems).values({
      ...{ shopId: shop.id, channelId: page.channelId, inboundEventId: newId(), position: 0, kind: "nonsense" },
      ...{ item, state: "failed", problem: "invalid" },
    });
    await tx.insert(earlyChanges).values({
      ...{ shopId: shop.id, channelId: page.channelId, externalId: newMid(), kind: "edit", at: new Date() },
      change: { sender: { id: psid }, text: canary },
    });
    await tx.update(contacts).set({ name: canary }).where(eq(contacts.id, otherId));
  });
  await mergeContacts(owner, { contactId, otherId });
  const csv = Buffer.from(`email,name\n${canary}@a.example,${canary}`);
  await uploadImport(owner, { kind: "contacts", fileName: `${canary}.csv`, bytes: csv });
  await takeJobs(shop.id);
  await saveContactNote(owner, { contactId, noteId: newId(), body: canary, version: 0 });
  await setContactField(owner, { contactId, name: "Anniversaire", value: canary });
  return {
    shop,
    owner,
    person,
    visitor,
    contactId,
    conversationId,
    scheduledId,
    connection,
    order,
    orderId: stored.id,
    psid,
    file,
  };
}

async function metOnMessenger(shopId: string, psid: string): Promise<string> {
  const [met] = await inShop(shopId, (tx) => tx.select().from(identities).where(eq(identities.externalId, psid)));
  if (!met) throw new Error("nobody was met on Messenger");
  return met.contactId;
}
