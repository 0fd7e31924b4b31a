import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import { inShop } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { consentRecords, contacts } from "#db/schema/contacts";
import { conversations, messages } from "#db/schema/conversations";
import { contactExports, dataRequests } from "#db/schema/privacy";
import { ratings } from "#db/schema/widget";
import { makeConnectedPage } from "#lib/channels/messenger/page-fixture";
import { makeFailedItem } from "#lib/channels/messenger/pages/failed-item-fixture";
import { completeConnect } from "#lib/connect/complete-connect";
import { createIdentityKey } from "#lib/connect/create-identity-key";
import { findVisitor } from "#lib/connect/find-visitor";
import { mergeContacts } from "#lib/connect/merge-contacts";
import { redeemConnect } from "#lib/connect/redeem-connect";
import { startConnect } from "#lib/connect/start-connect";
import { answerCard, makeThread, makeVisitor, type TestVisitor } from "#lib/connect/visitor-fixture";
import { saveContactNote } from "#lib/contacts/about/save-note";
import { setContactField } from "#lib/contacts/about/set-field";
import { saveField } from "#lib/contacts/fields/save-field";
import { makeImport } from "#lib/contacts/import/import-row-fixture";
import { cancelBulk } from "#lib/conversations/bulk/control-bulk";
import { startBulk } from "#lib/conversations/bulk/start-bulk";
import { cancelBulkMessage } from "#lib/conversations/bulk-messages/control-bulk-message";
import { startBulkMessage } from "#lib/conversations/bulk-messages/start-bulk-message";
import { createSavedReply } from "#lib/conversations/create-saved-reply";
import { sendMessage } from "#lib/conversations/send-message";
import { receiveFromPlatform } from "#lib/conversations/store-from-platform";
import { createTag } from "#lib/conversations/tags/create-tag";
import { saveView } from "#lib/conversations/views/save-view";
import { DAY, HOUR } from "#lib/core/clock";
import { newId, newToken } from "#lib/core/ids";
import type { MemberActor, VisitorActor } from "#lib/shops/actor";
import { inviteMember } from "#lib/shops/invite-member";
import { makeMember, makePerson, makeShop, type SignedIn, tokenOf } from "#lib/shops/shop-fixture";
import { saveTeam } from "#lib/shops/teams/save-team";
import { makeConnection } from "./hook-fixture";
import { placeOrder } from "./order-fixture";

/** Words that stand in everything a test shop holds, so that a leak of any of it is seen. */
export const CANARY = "canari-de-la-boutique";

const CANNED = { title: CANARY, body: CANARY, shared: true };

/** Opens the Connect popup for a chat; gives the request's secret and the chat's verifier. */
export async function startPopup(visitor: VisitorActor): Promise<{ request: string; codeVerifier: string }> {
  const codeVerifier = newToken();
  const codeChallenge = createHash("sha256").update(codeVerifier).digest("base64url");
  const { url } = await startConnect(visitor, { codeChallenge, locale: "fr", source: "https://a.example" });
  return { request: url.split("request=")[1] ?? "", codeVerifier };
}

/** Presses Continue in a popup with nothing ticked. */
export async function pressContinue(person: SignedIn, slug: string, request: string): Promise<{ code: string }> {
  return completeConnect(person, slug, { request, allow: [], textVersion: CONSENT_TEXT_VERSION, locale: "fr" });
}

/** A member's message that reached the shopper, or could not be sent. */
async function say(member: MemberActor, conversationId: string, delivery: "sent" | "failed"): Promise<string> {
  const { id } = await sendMessage(member, { conversationId, clientKey: newId(), body: `Oui ${CANARY}` });
  await inShop(member.shopId, (tx) => tx.update(messages).set({ delivery }).where(eq(messages.id, id)));
  return id;
}

/** Somebody's thread with the shop's Page, which she began. */
async function writeToPage(shopId: string, channelId: string): Promise<string> {
  return inShop(shopId, async (tx) => {
    const [contact] = await tx
      .insert(contacts)
      .values({ shopId, name: `Nina ${CANARY}` })
      .returning();
    const contactId = contact?.id ?? "";
    const [identity] = await tx
      .insert(identities)
      .values({ shopId, channelId, contactId, externalId: newId() })
      .returning();
    const thread = { shopId, channelId, contactId, identityId: identity?.id ?? "" };
    const words = { externalId: newId(), at: new Date(), body: `Bonjour ${CANARY}` };
    const stored = await receiveFromPlatform(
      tx,
      thread,
      { ...words, payload: null, replyTo: null, files: [] },
      "message",
    );
    return stored?.conversation.id ?? "";
  });
}

/** What she answers to the chat's card, by its first record in the ledger. */
async function sayYes(visitor: VisitorActor): Promise<string> {
  await answerCard(visitor, ["service"]);
  const [record] = await inShop(visitor.shopId, (tx) =>
    tx.select({ id: consentRecords.id }).from(consentRecords).where(eq(consentRecords.contactId, visitor.contactId)),
  );
  return record?.id ?? "";
}

/** A member's message that goes in an hour. */
async function sayLater(member: MemberActor, conversationId: string): Promise<string> {
  const sendAt = new Date(Date.now() + HOUR).toISOString();
  return (await sendMessage(member, { conversationId, clientKey: newId(), body: `Demain ${CANARY}`, sendAt })).id;
}

const VIEW = { name: CANARY, filter: { all: [{ field: "unread" as const }] }, order: "newest" as const, shared: true };

/** An open request of a contact for a copy of her data. */
async function makeRequest(shopId: string, contactId: string): Promise<string> {
  const [id, askedAt] = [newId(), new Date()];
  const dueAt = new Date(askedAt.getTime() + 30 * DAY);
  const asked = { kind: "access", origin: "member", state: "open", proof: { about: CANARY } } as const;
  await inShop(shopId, (tx) => tx.insert(dataRequests).values({ id, shopId, contactId, askedAt, dueAt, ...asked }));
  return id;
}

/** A file of contacts that is ready, for a day. */
async function makeExport({ shopId, memberId }: MemberActor): Promise<string> {
  const [id, expiresAt] = [newId(), new Date(Date.now() + DAY)];
  const made = { filter: { search: CANARY }, state: "ready", expiresAt } as const;
  await inShop(shopId, (tx) => tx.insert(contactExports).values({ id, shopId, byMemberId: memberId, ...made }));
  return id;
}

/** What the team wrote down about a contact: a note, and a field. */
async function makeNote(member: MemberActor, contactId: string): Promise<string> {
  const noteId = newId();
  await saveContactNote(member, { contactId, noteId, body: CANARY, version: 0 });
  await setContactField(member, { contactId, name: CANARY, value: CANARY });
  return noteId;
}

/** Something done to everything in a view, which no job has begun with and which is over. */
async function makeBulk(member: MemberActor): Promise<string> {
  const { id } = await startBulk(member, { view: "snoozed", change: { kind: "close" } });
  await cancelBulk(member, { bulkChangeId: id });
  return id;
}

/** A message to many, which no job has begun with and which is over. */
async function makeBulkMessage(member: MemberActor, contactId: string): Promise<string> {
  const of = { clientKey: newId(), to: { contactIds: [contactId] }, purpose: "service" as const, body: CANARY };
  const { id } = await startBulkMessage(member, of);
  await cancelBulkMessage(member, { bulkMessageId: id });
  return id;
}

/** A conversation of hers that was closed, in which she is asked how it went. */
async function askHowItWent({ shopId, channelId, contactId }: TestVisitor): Promise<string> {
  const [id, identityId] = [newId(), newId()];
  const event = { type: "closed", byMemberId: null, byName: null } as const;
  await inShop(shopId, async (tx) => {
    await tx.insert(identities).values({ id: identityId, shopId, channelId, contactId, externalId: newId() });
    const of = { id, shopId, channelId, contactId, identityId };
    await tx.insert(conversations).values({ ...of, status: "closed", lastSeq: 1, latestSeq: 1 });
    const line = { kind: "event", author: "system", delivery: "received", event } as const;
    await tx.insert(messages).values({ shopId, channelId, conversationId: id, seq: 1, ...line });
    await tx.insert(ratings).values({ shopId, conversationId: id, seq: 1 });
  });
  return id;
}

/** A whole shop: its owner and an agent, a shopper who wrote, signed in and bought, and something of each kind. */
export async function makeBelongings() {
  const { shop, owner } = await makeShop();
  const agent = await makeMember(owner, "agent", `Karim ${CANARY}`);
  const shopper = await makePerson(`Amélie ${CANARY}`);
  const thread = await makeThread(shop, `Bonjour ${CANARY}`);
  const popup = await startPopup(thread.visitor);
  await redeemConnect(thread.visitor, { ...popup, ...(await pressContinue(shopper, shop.slug, popup.request)) });
  const { token } = thread.visitor;
  const visitor: TestVisitor = { ...((await findVisitor(shop, token)) ?? thread.visitor), token };
  const messageId = await say(owner, thread.conversationId, "failed");
  const sentId = await say(owner, thread.conversationId, "sent");
  const invitation = await inviteMember(owner, { role: "agent" });
  const { channelId } = await makeConnectedPage(owner, CANARY);
  const { id: savedReplyId } = await createSavedReply(owner, { ...CANNED, attachmentIds: [] });
  const pageThreadId = await writeToPage(shop.id, channelId);
  const orderId = await placeOrder(visitor, { note: CANARY });
  const [{ contactId: otherId }, twin] = [await makeVisitor(shop), await makeVisitor(shop)];
  const { mergeId } = await mergeContacts(owner, { contactId: otherId, otherId: twin.contactId });
  return {
    shop,
    owner,
    agent,
    shopper,
    visitor,
    connection: await makeConnection(owner),
    invitationToken: tokenOf(invitation),
    ids: {
      shop: shop.slug,
      conversationId: thread.conversationId,
      pageThreadId,
      ratedId: await askHowItWent(visitor),
      memberId: agent.memberId,
      messageId,
      sentId,
      recordId: await sayYes(visitor),
      scheduledId: await sayLater(owner, thread.conversationId),
      contactId: visitor.contactId,
      otherId,
      mergeId: mergeId ?? "",
      viewId: (await saveView(owner, VIEW)).id,
      teamId: (
        await saveTeam(owner, { name: CANARY, memberIds: [agent.memberId], roundRobin: false, cap: 5, takesNew: false })
      ).id,
      tagId: (await createTag(owner, { name: CANARY })).id,
      fieldId: (await saveField(owner, { name: `${CANARY} 2`, kind: "text", choices: [] })).id,
      intoId: (await createTag(owner, { name: `${CANARY} 2` })).id,
      orderId,
      invitationId: invitation.id,
      sessionId: owner.sessionId,
      channelId,
      savedReplyId,
      itemId: await makeFailedItem(shop.id, channelId, CANARY),
      requestId: await makeRequest(shop.id, visitor.contactId),
      importId: await makeImport(owner, CANARY),
      noteId: await makeNote(owner, visitor.contactId),
      bulkChangeId: await makeBulk(owner),
      bulkMessageId: await makeBulkMessage(owner, visitor.contactId),
      exportId: await makeExport(owner),
      person: shopper.id,
      keyId: (await createIdentityKey(owner)).kid,
      request: (await startPopup(visitor)).request,
    },
  };
}

export type Belongings = Awaited<ReturnType<typeof makeBelongings>>;
export type Ids = Belongings["ids"];
