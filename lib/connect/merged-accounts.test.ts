import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { answerMails, mailStops, shopAccounts } from "#db/schema/identity";
import { sendMessage } from "#lib/conversations/send-message";
import { newId } from "#lib/core/ids";
import type { ShopView } from "#lib/shops/load-shop";
import { makePerson, makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { writeStopToken } from "./answer-link";
import { signInChat } from "./connect-fixture";
import { createIdentityKey } from "./create-identity-key";
import { findVisitor } from "./find-visitor";
import { checkIdentity, identifyVisitor } from "./identify-visitor";
import { signToken, type TestKey } from "./identity-fixture";
import { loadVisit } from "./load-visit";
import { mergeContacts } from "./merge-contacts";
import { belongingsOf } from "./messenger-fixture";
import { stopAnswerMails } from "./stop-answer-mails";
import { undoMerge } from "./undo-merge";
import { makeThread, makeVisitor, storedConversations, storedMessages, type TestVisitor } from "./visitor-fixture";

let shop: ShopView;
let member: TestMember;
let key: TestKey;
beforeAll(async () => {
  ({ shop, owner: member } = await makeShop());
  key = await createIdentityKey(member);
});

const account = () => `user-${newId()}`;
const of = (contactId: string) => belongingsOf(shop.id, contactId);
const merge = (contactId: string, otherId: string) => mergeContacts(member, { contactId, otherId });
const undo = (mergeId: string | null) => undoMerge(member, { mergeId: mergeId ?? "" });

async function identify(visitor: TestVisitor, sub: string): Promise<TestVisitor> {
  const actor = { ...visitor, ...(await findVisitor(shop, visitor.token)) };
  await identifyVisitor(actor, await checkIdentity(shop, signToken(key, shop.slug, { sub })));
  return { ...actor, ...(await findVisitor(shop, visitor.token)) };
}

async function signIn(visitor: TestVisitor, name: string): Promise<TestVisitor> {
  return signInChat(shop, visitor, await makePerson(name));
}

describe("an account at the shop", () => {
  it("is a login: its contact stays, and no member's word opens a chat to another account", async () => {
    const hers = await identify((await makeThread(shop)).visitor, account());
    const nameless = (await makeThread(shop)).visitor;
    expect(await merge(nameless.contactId, hers.contactId)).toMatchObject({ contactId: hers.contactId });

    const his = account();
    const other = await identify(nameless, his);
    expect(other.contactId, "another account in that browser is somebody else").not.toBe(hers.contactId);
    expect(await storedConversations(other)).toEqual([]);
    expect(await of(hers.contactId)).toMatchObject({ mergedInto: null });

    const refusal = { key: "merge_two_people" };
    await expect(merge(hers.contactId, other.contactId)).rejects.toMatchObject(refusal);
    const signed = await signIn((await makeThread(shop)).visitor, "Hugo Petit");
    await expect(merge(signed.contactId, other.contactId)).rejects.toMatchObject(refusal);
    expect((await identify(await makeVisitor(shop), his)).identityId).toBe(other.identityId);
  });

  it("proves no chat that a member joins to its contact or parts again, until its own word is said there", async () => {
    const sub = account();
    const hers = await identify((await makeThread(shop)).visitor, sub);
    const nameless = (await makeThread(shop)).visitor;
    const proven = async ({ token }: TestVisitor) => {
      const actor = await findVisitor(shop, token);
      return actor && (await loadVisit(shop, actor, "fr")).proven;
    };
    const { mergeId } = await merge(hers.contactId, nameless.contactId);
    expect([await proven(hers), await proven(nameless)]).toEqual([hers.identityId, null]);
    await undo(mergeId);
    expect([await proven(hers), await proven(nameless)]).toEqual([hers.identityId, null]);
    await merge(hers.contactId, nameless.contactId);
    await identify(nameless, sub);
    expect(await proven(nameless)).toBe(nameless.identityId);
  });

  it("goes along when she signs in, and what another account wrote in her browser stays apart", async () => {
    const [person, sub] = [await makePerson("Amélie Laurent"), account()];
    const signed = await signInChat(shop, await identify((await makeThread(shop)).visitor, sub), person);
    const stored = await inShop(shop.id, (tx) =>
      tx.select().from(shopAccounts).where(eq(shopAccounts.contactId, signed.contactId)),
    );
    expect(stored.map(({ userId }) => userId)).toEqual([sub]);

    const theirs = await identify((await makeThread(shop)).visitor, account());
    const back = await signInChat(shop, theirs, person);
    expect(back.contactId).toBe(signed.contactId);
    expect(back.identityId).not.toBe(theirs.identityId);
    expect(await of(theirs.contactId)).toMatchObject({ mergedInto: null, identities: [theirs.identityId] });
  });
});

describe("an end to mails about answers", () => {
  const stopped = (contactId: string) =>
    inShop(shop.id, (tx) => tx.select().from(mailStops).where(eq(mailStops.contactId, contactId)));
  const stop = (contactId: string) => stopAnswerMails({ token: writeStopToken(shop.id, contactId) });

  it("counts for both when two are joined, and for one again when they are parted", async () => {
    const [kept, merged] = [await makeThread(shop), await makeThread(shop)];
    await stop(merged.visitor.contactId);
    const { mergeId } = await merge(kept.visitor.contactId, merged.visitor.contactId);
    expect(await stopped(kept.visitor.contactId)).toHaveLength(1);
    await undo(mergeId);
    expect(await stopped(kept.visitor.contactId)).toEqual([]);
    expect(await stopped(merged.visitor.contactId)).toHaveLength(1);
    const again = await merge(kept.visitor.contactId, merged.visitor.contactId);
    await stop(kept.visitor.contactId);
    await undo(again.mergeId);
    expect(await stopped(kept.visitor.contactId), "said again since").toHaveLength(1);
  });

  it("said by the link of an older mail ends them for whom she is now, and for both once they are parted", async () => {
    const [kept, merged] = [await makeThread(shop), await makeThread(shop)];
    const { mergeId } = await merge(kept.visitor.contactId, merged.visitor.contactId);
    await stop(merged.visitor.contactId);
    expect(await stopped(kept.visitor.contactId)).toHaveLength(1);
    await undo(mergeId);
    for (const { visitor } of [kept, merged]) expect(await stopped(visitor.contactId)).toHaveLength(1);
  });
});

it("the mails that told of answers count for whoever holds the conversation", async () => {
  const [kept, merged] = [await makeThread(shop), await makeThread(shop)];
  const { contactId } = merged.visitor;
  const { conversationId } = merged;
  await sendMessage(member, { conversationId, clientKey: newId(), body: "Oui" });
  const messageId = (await storedMessages(shop.id, conversationId)).at(-1)?.id ?? "";
  const mail = { shopId: shop.id, conversationId, contactId, messageId, address: "a@mail.example" };
  await inShop(shop.id, (tx) => tx.insert(answerMails).values(mail));
  const holder = async () => {
    const rows = await inShop(shop.id, (tx) =>
      tx.select().from(answerMails).where(eq(answerMails.conversationId, conversationId)),
    );
    return rows.map((row) => row.contactId);
  };
  const { mergeId } = await merge(kept.visitor.contactId, contactId);
  expect(await holder()).toEqual([kept.visitor.contactId]);
  await undo(mergeId);
  expect(await holder()).toEqual([contactId]);
});
