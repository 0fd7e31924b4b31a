import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { contactMerges } from "#db/schema/contact-links";
import { consentRecords, contacts } from "#db/schema/contacts";
import { orders } from "#db/schema/orders";
import { expirePermissions } from "#lib/contacts/expire-permissions";
import { loadContact } from "#lib/contacts/load-contact";
import { recordWithdrawal } from "#lib/contacts/record-permissions";
import { receiveMessage } from "#lib/conversations/receive-message";
import { notFound, refused } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { placeOrder } from "#lib/orders/order-fixture";
import type { ShopView } from "#lib/shops/load-shop";
import { makePerson, makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { jobsOf, takeJobs } from "#lib/worker/jobs-fixture";
import { ledgerOf, signInChat } from "./connect-fixture";
import { findVisitor } from "./find-visitor";
import { loadVisit } from "./load-visit";
import { mergeContacts } from "./merge-contacts";
import { act, belongingsOf, makeMessengerContact, makePage, type TestPage } from "./messenger-fixture";
import { undoMerge } from "./undo-merge";
import { answerCard, makeThread, makeVisitor, storedConversations, storedMessages } from "./visitor-fixture";

let shop: ShopView;
let member: TestMember;
let page: TestPage;
beforeAll(async () => {
  ({ shop, owner: member } = await makeShop());
  page = await makePage(member);
});

const of = (contactId: string) => belongingsOf(shop.id, contactId);
const merge = (contactId: string, otherId: string) => mergeContacts(member, { contactId, otherId });
const undo = (mergeId: string | null) => undoMerge(member, { mergeId: mergeId ?? "" });

describe("two contacts that a member joins", () => {
  it("are one: everything moves, empty fields are filled, and the threads and screens say it; undo gives all back", async () => {
    const { visitor, conversationId } = await makeThread(shop);
    const hers = await makeMessengerContact(shop.id, page, "Amélie Laurent");
    const orderId = await placeOrder(visitor);
    const before = [await of(visitor.contactId), await of(hers.contactId)];
    await takeJobs(shop.id);

    const joined = await merge(visitor.contactId, hers.contactId);
    expect(joined).toEqual({ contactId: visitor.contactId, mergeId: expect.any(String) });
    expect(await of(visitor.contactId)).toMatchObject({
      name: "Amélie Laurent",
      identities: [visitor.identityId, hers.identityId].sort(),
      evidence: expect.arrayContaining(["merge"]),
      conversations: [conversationId, hers.conversationId].sort(),
    });
    expect(await of(hers.contactId)).toMatchObject({
      mergedInto: visitor.contactId,
      identities: [],
      conversations: [],
    });
    for (const id of [conversationId, hers.conversationId])
      expect((await storedMessages(shop.id, id)).at(-1)?.event).toEqual({
        type: "joined",
        way: "merge",
        name: "Amélie Laurent",
      });
    expect(await loadContact(member, { contactId: hers.contactId })).toMatchObject({
      id: visitor.contactId,
      identities: [{ evidence: null }, { page: "Maison Pivoine", evidence: { way: "merge", byName: member.name } }],
      merges: [{ id: joined.mergeId, name: "Amélie Laurent", byName: member.name }],
    });
    const told = (await jobsOf(shop.id)).map(({ payload }) => payload.type);
    expect(told).toEqual(expect.arrayContaining(["conversation.changed", "contact.changed", "visit.changed"]));

    const later = await placeOrder(visitor);
    expect(await undo(joined.mergeId)).toEqual({ keptId: visitor.contactId, mergedId: hers.contactId });
    expect([await of(visitor.contactId), await of(hers.contactId)]).toEqual(before);
    await undo(joined.mergeId);
    expect([await of(visitor.contactId), await of(hers.contactId)]).toEqual(before);
    const bought = await inShop(shop.id, (tx) =>
      tx.select().from(orders).where(eq(orders.contactId, visitor.contactId)),
    );
    expect(bought.map(({ id }) => id).sort()).toEqual([orderId, later].sort());
  });

  it("keep the one with a login, whichever was asked for; two logins are refused", async () => {
    const person = await makePerson("Amélie Laurent");
    const hers = await signInChat(shop, (await makeThread(shop)).visitor, person);
    const nameless = await makeMessengerContact(shop.id, page);
    const { visitor } = await makeThread(shop);
    expect(await merge(nameless.contactId, hers.contactId)).toMatchObject({ contactId: hers.contactId });
    expect(await merge(nameless.contactId, hers.contactId)).toEqual({ contactId: hers.contactId, mergeId: null });
    await merge(hers.contactId, visitor.contactId);
    const chat = { ...visitor, contactId: hers.contactId };
    expect(await loadVisit(shop, chat, "fr"), "a member's word names nobody to a browser").toMatchObject({
      person: null,
    });
    expect(await loadVisit(shop, hers, "fr")).toMatchObject({ person: { name: "Amélie Laurent" } });
    const second = await signInChat(shop, await makeVisitor(shop), person);
    expect(second.identityId, "nor shows its words to whoever signs in").toBe(hers.identityId);
    const his = await signInChat(shop, (await makeThread(shop)).visitor, await makePerson("Hugo Petit"));
    await expect(merge(hers.contactId, his.contactId)).rejects.toEqual(
      refused("merge_two_people", { name: "Amélie Laurent", other: "Hugo Petit" }),
    );
    await expect(merge(hers.contactId, newId())).rejects.toEqual(notFound("contact"));
    await expect(undo(newId())).rejects.toEqual(notFound("merge"));
  });

  it("take what was begun and bought through a way back with it when they are parted", async () => {
    const [one, two] = [await makeThread(shop), await makeVisitor(shop)];
    const { mergeId } = await merge(one.visitor.contactId, two.contactId);
    await receiveMessage(two, { clientKey: newId(), body: "Bonjour" });
    expect((await storedConversations(two)).map(({ contactId }) => contactId)).toEqual([one.visitor.contactId]);
    const orderId = await placeOrder(two);
    await undo(mergeId);
    expect((await storedConversations(two)).map(({ contactId }) => contactId)).toEqual([two.contactId]);
    const [order] = await inShop(shop.id, (tx) => tx.select().from(orders).where(eq(orders.id, orderId)));
    expect(order?.contactId).toBe(two.contactId);
  });

  it("are parted also when the kept one was merged on, by a member or by signing in", async () => {
    const [a, b, c] = [await makeThread(shop), await makeThread(shop), await makeThread(shop)];
    const ids = [a, b, c].map(({ visitor }) => visitor.contactId);
    const [first, second, third] = [ids[0] ?? "", ids[1] ?? "", ids[2] ?? ""];
    await answerCard(b.visitor, ["offers"]);
    const inner = await merge(first, second);
    const outer = await merge(third, first);
    expect((await of(third)).states).toEqual(["refused", "refused", "on"]);
    const visitor = await findVisitor(shop, c.visitor.token);
    const signed = await signInChat(shop, { ...c.visitor, ...visitor }, await makePerson("Nina Kowalski"));
    expect((await of(signed.contactId)).identities).toHaveLength(3);
    await undo(inner.mergeId);
    expect(await of(second)).toMatchObject({ identities: [b.visitor.identityId], mergedInto: null });
    expect((await of(second)).states[2]).toBe("on");
    expect((await of(signed.contactId)).states[2]).not.toBe("on");
    await undo(outer.mergeId);
    expect(await of(first)).toMatchObject({ identities: [a.visitor.identityId], mergedInto: null });
    expect((await of(first)).states[2]).toBe("not_given");
    expect((await of(signed.contactId)).identities).toEqual([c.visitor.identityId]);
  });
});

describe("what two joined contacts allow", () => {
  async function pair() {
    const [one, two] = [await makeThread(shop), await makeThread(shop)];
    return { one, two, keptId: one.visitor.contactId, mergedId: two.visitor.contactId };
  }

  it("is on when nobody withdrew it; a withdrawal of either wins, also over a later grant; undo gives each its own", async () => {
    const { keptId, mergedId } = await pair();
    await act(shop.id, mergedId, "granted", "service", -50);
    await act(shop.id, keptId, "withdrawn", "order_updates", -40);
    await act(shop.id, mergedId, "granted", "order_updates", -30);
    await act(shop.id, mergedId, "withdrawn", "offers", -20);
    await act(shop.id, keptId, "granted", "offers", -10);
    const [before, written] = [[await of(keptId), await of(mergedId)], await ledgerOf(shop.id, keptId)];
    const { mergeId } = await merge(keptId, mergedId);
    expect((await of(keptId)).states).toEqual(["on", "off", "off"]);
    await undo(mergeId);
    expect([(await of(keptId)).states, (await of(mergedId)).states]).toEqual(before.map(({ states }) => states));
    expect((await ledgerOf(shop.id, keptId)).filter(({ id }) => written.some((one) => one.id === id))).toEqual(written);
    const { history } = await loadContact(member, { contactId: keptId });
    expect(history.filter(({ carried }) => carried).every(({ voided }) => voided)).toBe(true);
    expect(history.filter(({ carried }) => !carried).some(({ voided }) => voided)).toBe(false);
    const again = await merge(keptId, mergedId);
    expect((await of(keptId)).states).toEqual(["on", "off", "off"]);
    await undo(again.mergeId);
    expect((await of(keptId)).states).toEqual(before[0]?.states);
  });

  it("stays on where the other's came to its end, whether that is written down or not; an end goes back with its grant", async () => {
    for (const written of [false, true]) {
      const { keptId, mergedId } = await pair();
      await act(shop.id, keptId, "granted", "offers", -50, {}, -40);
      if (written) await act(shop.id, keptId, "expired", "offers", -40);
      await act(shop.id, mergedId, "granted", "offers", -30);
      const { mergeId } = await merge(keptId, mergedId);
      expect((await of(keptId)).states[2]).toBe("on");
      await undo(mergeId);
      expect([(await of(keptId)).states[2], (await of(mergedId)).states[2]]).toEqual(["off", "on"]);
    }
    const { keptId, mergedId } = await pair();
    await act(shop.id, mergedId, "granted", "offers", -30, {}, -1);
    const { mergeId } = await merge(keptId, mergedId);
    await expirePermissions();
    expect((await of(keptId)).states[2]).toBe("off");
    await undo(mergeId);
    expect([(await of(keptId)).states[2], (await of(mergedId)).states[2]]).toEqual(["not_given", "off"]);
  });

  it("and what was said since: a withdrawal is both's after undo, a grant goes with the chat it was given in", async () => {
    const { two, keptId, mergedId } = await pair();
    await act(shop.id, mergedId, "granted", "service", -50);
    await act(shop.id, keptId, "granted", "service", -50);
    const { mergeId } = await merge(keptId, mergedId);
    await answerCard({ ...two.visitor, contactId: mergedId }, ["offers"]);
    expect((await of(keptId)).states[2]).toBe("on");
    await inShop(shop.id, (tx) =>
      recordWithdrawal(tx, shop.id, {
        contactId: mergedId,
        purposes: ["service"],
        act: "stop_word",
        locale: "fr",
        source: "",
        proof: {},
      }),
    );
    await undo(mergeId);
    expect((await of(keptId)).states[0]).toBe("off");
    expect((await of(keptId)).states[2]).toBe("not_given");
    expect((await of(mergedId)).states).toEqual(["off", "refused", "on"]);
  });
});

describe("merges at once", () => {
  it("in every direction, with messages, orders and acts meanwhile, leave one contact that has everything", async () => {
    const threads = await Promise.all([1, 2, 3].map(() => makeThread(shop)));
    const fresh = await Promise.all([makeVisitor(shop)]);
    const everyone = [...threads.map(({ visitor }) => visitor), ...fresh];
    const ids = everyone.map(({ contactId }) => contactId);
    const merges = ids.flatMap((id, i) => [
      merge(id, ids[(i + 1) % ids.length] ?? ""),
      merge(ids[(i + 2) % ids.length] ?? "", id),
    ]);
    const meanwhile = everyone.flatMap((visitor) => [
      receiveMessage(visitor, { clientKey: newId(), body: "Et aussi" }),
      placeOrder(visitor),
      answerCard(visitor, ["service"]),
    ]);
    await Promise.all([...merges, ...meanwhile]);
    const people = await inShop(shop.id, (tx) => tx.select().from(contacts).where(eq(contacts.shopId, shop.id)));
    const left = people.filter((one) => ids.includes(one.id) && one.mergedInto === null);
    expect(left).toHaveLength(1);
    const all = await of(left[0]?.id ?? "");
    expect(all.identities).toEqual(everyone.map(({ identityId }) => identityId).sort());
    expect(all.conversations).toHaveLength(everyone.length);
    expect(all.states[0]).toBe("on");
    for (const id of ids.filter((one) => one !== left[0]?.id))
      expect(await of(id)).toMatchObject({ identities: [], conversations: [] });
    const bought = await inShop(shop.id, (tx) =>
      tx
        .select()
        .from(orders)
        .where(and(eq(orders.shopId, shop.id), eq(orders.contactId, left[0]?.id ?? ""))),
    );
    expect(bought).toHaveLength(everyone.length);
    const made = await inShop(shop.id, (tx) => tx.select().from(contactMerges));
    expect(made.filter(({ mergedId }) => ids.includes(mergedId))).toHaveLength(ids.length - 1);
    const stray = await inShop(shop.id, (tx) =>
      tx
        .select()
        .from(consentRecords)
        .where(eq(consentRecords.contactId, left[0]?.id ?? "")),
    );
    expect(stray.length).toBeGreaterThanOrEqual(everyone.length);
  });
});
