import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { sendMessage } from "#lib/conversations/send-message";
import { DAY } from "#lib/core/clock";
import { notFound } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import { placeOrder } from "#lib/orders/order-fixture";
import { writeJson } from "#lib/privacy/export/write-json";
import { makePerson, makeShop } from "#lib/shops/shop-fixture";
import { daysAhead, makeReported, makeShopper, offer, storedReports, told, weighed } from "#lib/worker/reports-fixture";
import { signInChat } from "./connect-fixture";
import { createIdentityKey } from "./create-identity-key";
import { findVisitor } from "./find-visitor";
import { checkIdentity, identifyVisitor } from "./identify-visitor";
import { signToken } from "./identity-fixture";
import { loadMyConversation } from "./load-my-conversation";
import { loadVisit } from "./load-visit";
import { reportInChat } from "./report-in-chat";
import { reportMine } from "./report-mine";
import { makeThread, makeVisitor, type TestVisitor } from "./visitor-fixture";

afterEach(() => void vi.useRealTimers());

describe("a shopper's report", () => {
  it("is one, however often she sends it, and gone when she takes it back", async () => {
    const world = await makeShop();
    const { report, messageId, visitor } = await makeShopper(world);
    expect(await report(true)).toEqual({ reported: [messageId] });
    await Promise.all([report(true, "rude"), report(true, "rude")]);
    expect(await storedReports(world.shop.id)).toMatchObject([
      { messageId, reason: "rude", counts: true, contactId: visitor.contactId },
    ]);
    expect(await weighed(world)).toMatchObject({ state: "warned", reporters: 1 });
    expect(await report(false)).toEqual({ reported: [] });
    await report(false);
    expect(await storedReports(world.shop.id)).toEqual([]);
    expect(await weighed(world)).toMatchObject({ state: "good", reporters: 0, until: null });
  });

  it("is made and taken back in her own place too, where it is shown to her alone", async () => {
    const world = await makeShop();
    const { person, conversationId, messageId } = await makeShopper(world);
    const mine = { shop: world.shop.slug, person: person.id, conversationId, messageId };
    await reportMine(person, { ...mine, reported: true, reason: "deceiving" });
    const here = { shop: world.shop.slug, conversationId };
    expect((await loadMyConversation(person, here)).reported).toEqual([messageId]);
    expect(await reportMine(person, { ...mine, reported: false, reason: null })).toEqual({ reported: [] });
    const stranger = await makePerson();
    const theirs = { ...mine, person: stranger.id, reported: true, reason: null };
    await expect(reportMine(stranger, theirs)).rejects.toEqual(notFound("shop"));
  });

  it("is shown and taken back where she made it or signed in, and nowhere that the shop's own word opens", async () => {
    const world = await makeShop();
    const key = await createIdentityKey(world.owner);
    const account = newId();
    const asAccount = async (visitor: TestVisitor) => {
      const claims = await checkIdentity(world.shop, signToken(key, world.shop.slug, { sub: account }));
      await identifyVisitor(visitor, claims);
      return { ...visitor, ...(await findVisitor(world.shop, visitor.token)) };
    };
    const { person, visitor, messageId, report } = await makeShopper(world);
    await asAccount(visitor);
    const shownTo = async (actor: TestVisitor) => (await loadVisit(world.shop, actor, "fr")).conversation?.reported;
    const opened = await asAccount(await makeVisitor(world.shop));
    expect(opened.identityId).toBe(visitor.identityId);
    await report(true, "rude");
    expect(await shownTo(opened)).toEqual([]);
    expect(await reportInChat(opened, { messageId, reported: true, reason: null })).toEqual({ reported: [messageId] });
    expect(await reportInChat(opened, { messageId, reported: false, reason: null })).toEqual({ reported: [] });
    expect(await storedReports(world.shop.id)).toMatchObject([{ messageId, reason: "rude" }]);
    expect(await shownTo(visitor)).toEqual([messageId]);
    expect(await shownTo({ ...visitor, byMail: true })).toEqual([]);
    const signedIn = await signInChat(world.shop, await makeVisitor(world.shop), person);
    const phone = { ...signedIn, identityId: visitor.identityId };
    expect(await shownTo(phone)).toEqual([messageId]);
    expect(await reportInChat(phone, { messageId, reported: false, reason: null })).toEqual({ reported: [] });
    expect(await storedReports(world.shop.id)).toEqual([]);
  });

  it("is of a message of the shop that reached her, and of no other", async () => {
    const world = await makeShop();
    const { visitor, conversationId } = await makeShopper(world);
    const other = await makeShopper(world);
    const [own] = await inShop(world.shop.id, (tx) =>
      tx.select().from(messages).where(eq(messages.conversationId, conversationId)).orderBy(messages.seq).limit(1),
    );
    const waiting = await sendMessage(world.owner, { conversationId, clientKey: newId(), body: "Pas encore partie" });
    for (const messageId of [own?.id ?? "", waiting.id, other.messageId, newId()])
      await expect(reportInChat(visitor, { messageId, reported: true, reason: null })).rejects.toEqual(
        notFound("message"),
      );
    expect(await storedReports(world.shop.id)).toEqual([]);
  });

  it("counts of who bought, or allowed offers for a day and got one, and of nobody else who is known or not", async () => {
    const world = await makeShop();
    const { shop } = world;
    const set = (messageId: string, values: Partial<typeof messages.$inferInsert>) =>
      inShop(shop.id, (tx) => tx.update(messages).set(values).where(eq(messages.id, messageId)));
    const counts = async (visitor: TestVisitor, messageId: string) => {
      await reportInChat(visitor, { messageId, reported: true, reason: "rude" });
      const found = (await storedReports(shop.id)).find((one) => one.messageId === messageId)?.counts;
      await reportInChat(visitor, { messageId, reported: false, reason: null });
      return found;
    };
    const nobody = await makeThread(shop);
    const said = await told(world, nobody);
    await set(said, { purpose: "offers" });
    expect(await counts(nobody.visitor, said)).toBe(false);
    const login = await makeThread(shop);
    const visitor = await signInChat(shop, login.visitor, await makePerson(), ["service", "offers"]);
    const messageId = await told(world, login);
    await set(messageId, { purpose: "offers" });
    expect(await counts(visitor, messageId)).toBe(false);
    vi.setSystemTime(Date.now() + DAY);
    expect(await counts(visitor, messageId)).toBe(true);
    await set(messageId, { purpose: "service" });
    expect(await counts(visitor, messageId)).toBe(false);
    await placeOrder(visitor, { paid: false });
    expect(await counts(visitor, messageId)).toBe(false);
    await placeOrder(visitor, { paid: true });
    expect(await counts(visitor, messageId)).toBe(true);
    await set(messageId, { createdAt: new Date(Date.now() - 31 * DAY) });
    expect(await counts(visitor, messageId)).toBe(false);
  });

  it("withdraws nothing, and rests offers to her for 30 days without saying why", async () => {
    const world = await makeShop();
    const shopper = await makeShopper(world);
    expect(daysAhead(await offer(world, shopper))).toBeLessThan(4);
    const [other] = await makeReported(world, 1);
    if (!other) throw new Error("nobody reported");
    const held = await offer(world, other);
    expect(held.delivery).toBe("scheduled");
    expect(daysAhead(held)).toBeGreaterThan(29);
    const rest = new Date(Date.now() + 30 * DAY);
    expect(held.sendAt?.slice(0, 7)).toBe(
      new Date(Date.UTC(rest.getUTCFullYear(), rest.getUTCMonth() + 1, 1)).toISOString().slice(0, 7),
    );
    const [stored] = await inShop(world.shop.id, (tx) => tx.select().from(messages).where(eq(messages.id, held.id)));
    expect(stored?.decision).toMatchObject({ outcome: "later", rule: "offer_caps", key: "offers_cap" });
    const body = "Votre bouquet est prêt.";
    const answer = { conversationId: other.conversationId, clientKey: newId(), body };
    expect(await sendMessage(world.owner, answer)).toMatchObject({ delivery: "queued" });
    await other.report(false);
    expect(daysAhead(await offer(world, await makeShopper(world)))).toBeLessThan(4);
  });
});

it("an export names what she reported to herself, and not to the shop that prepares one", async () => {
  const world = await makeShop();
  const { visitor, messageId, report } = await makeShopper(world);
  await report(true, "rude");
  const { contactId, shopId } = visitor;
  const read = async (ownOnly: boolean) => {
    let text = "";
    for await (const part of writeJson([{ shopId, contactId, ownOnly }])) text += part;
    return JSON.parse(text);
  };
  expect((await read(true)).shops[0].reports).toMatchObject([{ reason: "rude", messageId }]);
  expect((await read(false)).shops[0].reports).toEqual([]);
});
