import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { chatReferences } from "#db/schema/contact-links";
import { DAY } from "#lib/core/clock";
import { refused } from "#lib/core/errors";
import type { ShopView } from "#lib/shops/load-shop";
import { makePerson, makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { createChatReference, REFERENCE_LIFE_MS, useChatReference, writeRef } from "./chat-reference";
import { signInChat } from "./connect-fixture";
import { loadVisit } from "./load-visit";
import {
  belongingsOf,
  type MessengerContact,
  makeMessengerContact,
  makePage,
  type TestPage,
} from "./messenger-fixture";
import { makeThread, storedMessages, type TestVisitor } from "./visitor-fixture";

let shop: ShopView;
let member: TestMember;
let page: TestPage;
beforeAll(async () => {
  ({ shop, owner: member } = await makeShop());
  page = await makePage(member);
});

const refOf = (url: string) => new URL(url).searchParams.get("ref") ?? "";
const linkOf = async (visitor: TestVisitor, source: "web_chat" | "receipt" = "web_chat") =>
  (await createChatReference(visitor, { source })).url;
const use = (ref: string, who: MessengerContact, channelId = page.channelId) =>
  inShop(shop.id, (tx) => useChatReference(tx, { shopId: shop.id, channelId, ref, ...who }));
const age = (ms: number) =>
  inShop(shop.id, (tx) =>
    tx
      .update(chatReferences)
      .set({ expiresAt: new Date(Date.now() + REFERENCE_LIFE_MS - ms) })
      .where(eq(chatReferences.shopId, shop.id)),
  );

describe("a link from the web chat to Messenger", () => {
  it("names the Page and a signed reference in the letters m.me takes, and is given again while it is unused", async () => {
    const { visitor } = await makeThread(shop);
    const url = await linkOf(visitor);
    expect(new URL(url).searchParams.get("page")).toBe(page.pageId);
    expect(refOf(url)).toMatch(/^[A-Za-z0-9+/=\-.:_]{1,2083}$/);
    expect(await linkOf(visitor)).toBe(url);
    expect(await linkOf(visitor, "receipt")).not.toBe(url);
    expect(await linkOf((await makeThread(shop)).visitor)).not.toBe(url);
    await age(6.5 * DAY);
    expect(await linkOf(visitor)).not.toBe(url);
  });

  it("joins whoever opens it to the chat's contact, once; the same event again changes nothing", async () => {
    const { visitor, conversationId } = await makeThread(shop);
    const [hers, another] = [
      await makeMessengerContact(shop.id, page, "Amélie"),
      await makeMessengerContact(shop.id, page),
    ];
    expect(await loadVisit(shop, visitor, "fr")).toMatchObject({ messenger: true });
    const ref = refOf(await linkOf(visitor));
    expect(await use(ref, hers)).toEqual({ contactId: visitor.contactId, joined: true });
    const joined = await belongingsOf(shop.id, visitor.contactId);
    expect(joined).toMatchObject({ name: "Amélie", conversations: [conversationId, hers.conversationId].sort() });
    expect(joined.evidence).toContain("reference");
    expect((await storedMessages(shop.id, conversationId)).at(-1)?.event).toMatchObject({
      type: "joined",
      way: "reference",
    });
    expect(await loadVisit(shop, visitor, "fr")).toMatchObject({ messenger: false });
    await expect(linkOf(visitor)).rejects.toEqual(refused("messenger_unavailable"));
    const before = await belongingsOf(shop.id, visitor.contactId);
    expect(await use(ref, hers)).toEqual({ contactId: visitor.contactId, joined: false });
    expect(await use(ref, another)).toEqual({ contactId: another.contactId, joined: false });
    expect(await belongingsOf(shop.id, visitor.contactId)).toEqual(before);
    expect((await belongingsOf(shop.id, another.contactId)).mergedInto).toBeNull();
  });

  it("joins one of many who open it at once", async () => {
    const { visitor } = await makeThread(shop);
    const ref = refOf(await linkOf(visitor));
    const people = await Promise.all([1, 2, 3, 4].map(() => makeMessengerContact(shop.id, page)));
    const uses = await Promise.all(people.map((one) => use(ref, one)));
    expect(uses.filter(({ joined }) => joined)).toHaveLength(1);
    expect((await belongingsOf(shop.id, visitor.contactId)).identities).toHaveLength(2);
  });

  it("joins nobody when it is altered, expired, another shop's or another Page's, or of two logins", async () => {
    const { visitor } = await makeThread(shop);
    const ref = refOf(await linkOf(visitor));
    const who = await makeMessengerContact(shop.id, page);
    const [reference] = await inShop(shop.id, (tx) =>
      tx.select().from(chatReferences).where(eq(chatReferences.contactId, visitor.contactId)),
    );
    const other = await makeShop();
    const refs = [
      "",
      "sommer-2026",
      `${ref}A`,
      ref.replace(/.$/, (c) => (c === "A" ? "Q" : "A")),
      ref.replace(/\.(.)/, (_, c) => `.${c === "0" ? "1" : "0"}`),
      writeRef(other.shop.id, reference?.id ?? ""),
      ref.toUpperCase(),
    ];
    for (const one of refs) expect(await use(one, who), one).toEqual({ contactId: who.contactId, joined: false });
    const second = await makePage(member, "Pivoine Atelier");
    expect((await use(ref, who, second.channelId)).joined).toBe(false);
    await inShop(shop.id, (tx) =>
      tx.update(channels).set({ disconnectedAt: new Date() }).where(eq(channels.id, second.channelId)),
    );
    await age(REFERENCE_LIFE_MS);
    expect((await use(ref, who)).joined).toBe(false);
    await age(0);
    const his = await signInChat(shop, (await makeThread(shop)).visitor, await makePerson("Hugo Petit"));
    const hers = await signInChat(shop, visitor, await makePerson("Amélie Laurent"));
    expect(await use(ref, { ...who, contactId: his.contactId })).toEqual({ contactId: his.contactId, joined: false });
    expect(await use(ref, who)).toEqual({ contactId: hers.contactId, joined: true });
  });

  it("is not offered without a live Page", async () => {
    const { shop: other, owner } = await makeShop();
    const { visitor } = await makeThread(other);
    expect(await loadVisit(other, visitor, "fr")).toMatchObject({ messenger: false });
    await expect(linkOf(visitor)).rejects.toEqual(refused("messenger_unavailable"));
    const { channelId } = await makePage(owner);
    expect(await loadVisit(other, visitor, "fr")).toMatchObject({ messenger: true });
    await inShop(other.id, (tx) => tx.update(channels).set({ pausedAt: new Date() }).where(eq(channels.id, channelId)));
    expect(await loadVisit(other, visitor, "fr")).toMatchObject({ messenger: false });
  });
});
