import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { owner as asOwner } from "#db/owner-fixture";
import { contacts } from "#db/schema/contacts";
import { identityKeys, shopAccounts } from "#db/schema/identity";
import { newId } from "#lib/core/ids";
import { answerOf } from "#lib/http/route-fixture";
import type { ShopView } from "#lib/shops/load-shop";
import { makeMember, makePerson, makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { signInChat } from "./connect-fixture";
import { createIdentityKey } from "./create-identity-key";
import { endIdentityKey } from "./end-identity-key";
import { enforceIdentity } from "./enforce-identity";
import { findVisitor } from "./find-visitor";
import { checkIdentity, identifyVisitor, nameVisitor } from "./identify-visitor";
import { signToken, type TestKey } from "./identity-fixture";
import { loadIdentitySettings } from "./load-identity-settings";
import { makeThread, makeVisitor, storedConversations, type TestVisitor } from "./visitor-fixture";

let shop: ShopView;
let owner: TestMember;
let key: TestKey;
beforeAll(async () => {
  ({ shop, owner } = await makeShop());
  key = await createIdentityKey(owner);
});

const now = () => Math.floor(Date.now() / 1_000);
const user = () => `user-${newId()}`;

/** Identifies a visitor as the shop's user `sub`, and gives the visitor as it is afterwards. */
async function identify(visitor: TestVisitor, sub: string, claims: object = {}): Promise<TestVisitor> {
  await identifyVisitor(visitor, await checkIdentity(shop, signToken(key, shop.slug, { sub, ...claims })));
  return { ...((await findVisitor(shop, visitor.token)) ?? visitor), token: visitor.token };
}

async function contact(id: string) {
  const [found] = await inShop(shop.id, (tx) => tx.select().from(contacts).where(eq(contacts.id, id)));
  return found;
}

describe("WID-02: a token that is not the shop's word of now", () => {
  const REFUSED: Record<string, () => string> = {
    "of an unknown key": () => signToken({ ...key, kid: newId() }, shop.slug),
    "signed with another secret": () => signToken({ ...key, secret: "x".repeat(43) }, shop.slug),
    "for another shop": () => signToken(key, "another-shop"),
    "with no algorithm": () => signToken(key, shop.slug, {}, { alg: "none" }),
    "with another algorithm": () => signToken(key, shop.slug, {}, { alg: "HS512" }),
    "with a key of its own": () => signToken(key, shop.slug, {}, { jwk: { kty: "oct", k: "eA" } }),
    "that has ended": () => signToken(key, shop.slug, { exp: now() - 1 }),
    "that lasts over an hour": () => signToken(key, shop.slug, { exp: now() + 3_700 }),
    "from the future": () => signToken(key, shop.slug, { iat: now() + 300 }),
    "without an end": () => signToken(key, shop.slug, { exp: undefined }),
    "of nobody": () => signToken(key, shop.slug, { sub: "" }),
    "with a number for a name": () => signToken(key, shop.slug, { sub: 42 }),
    "with a claim we do not know": () => signToken(key, shop.slug, { role: "owner" }),
    "with an address that is two": () => signToken(key, shop.slug, { email: "a@b.example,c@d.example" }),
    "without its signature": () => signToken(key, shop.slug).replace(/[^.]+$/, ""),
    "cut short": () => signToken(key, shop.slug).slice(0, -1),
    "with a second spelling of its signature": () => `${signToken(key, shop.slug)}=`,
    "in four parts": () => `${signToken(key, shop.slug)}.x`,
    "that is none": () => "a.b.c",
  };

  it.each(Object.entries(REFUSED))("%s is refused, in one answer for all", async (_, token) => {
    await expect(checkIdentity(shop, token())).rejects.toMatchObject({
      code: "unauthenticated",
      key: "identify_refused",
    });
  });

  it("is refused where its key belongs to another shop, and after its key has ended", async () => {
    const { shop: other, owner: otherOwner } = await makeShop();
    const theirs = await createIdentityKey(otherOwner);
    await expect(checkIdentity(shop, signToken(theirs, shop.slug))).rejects.toMatchObject({ key: "identify_refused" });
    const token = signToken(theirs, other.slug);
    await expect(checkIdentity(other, token)).resolves.toMatchObject({ sub: "42" });
    await endIdentityKey(otherOwner, { keyId: theirs.kid });
    await expect(checkIdentity(other, token)).rejects.toMatchObject({ key: "identify_refused" });
  });
});

describe("a proven shopper", () => {
  it("gets what she wrote as nobody, and finds it in another browser", async () => {
    const { visitor } = await makeThread(shop);
    const sub = user();
    const first = await identify({ ...visitor }, sub, { name: "Amélie", email: "amelie@mail.example" });
    expect(await contact(first.contactId)).toMatchObject({ name: "Amélie", email: "amelie@mail.example" });
    const second = await identify(await makeVisitor(shop), sub);
    expect(second).toMatchObject({ contactId: first.contactId, identityId: first.identityId });
    expect(await storedConversations(second)).toHaveLength(1);
    expect(await identify(second, sub)).toEqual(second);
  });

  it("brings what she wrote in the other browser along", async () => {
    const sub = user();
    const first = await identify((await makeThread(shop)).visitor, sub);
    const second = await identify((await makeThread(shop, "Encore moi")).visitor, sub);
    expect(second.contactId).toBe(first.contactId);
    const merged = await inShop(shop.id, (tx) =>
      tx.select().from(contacts).where(eq(contacts.mergedInto, first.contactId)),
    );
    expect(merged).toHaveLength(1);
  });

  it("never sees what another account or another login wrote in the same browser", async () => {
    const visitor = (await makeThread(shop)).visitor;
    const amelie = await identify(visitor, user());
    const priya = await identify(amelie, user());
    expect(priya.contactId).not.toBe(amelie.contactId);
    expect(await storedConversations(priya)).toEqual([]);
    expect(await contact(amelie.contactId)).toMatchObject({ mergedInto: null });

    const signedIn = await signInChat(shop, (await makeThread(shop)).visitor, await makePerson("Tom"));
    const known = user();
    await identify(await makeVisitor(shop), known);
    const other = await identify(signedIn, known);
    expect(other.contactId).not.toBe(signedIn.contactId);
    expect(await contact(signedIn.contactId)).toMatchObject({ mergedInto: null, name: "Tom" });
  });

  it("is one contact, however many browsers say so at once", async () => {
    const sub = user();
    const visitors = await Promise.all(Array.from({ length: 4 }, () => makeVisitor(shop)));
    const after = await Promise.all(visitors.map((visitor) => identify(visitor, sub)));
    const latest = await Promise.all(after.map(({ token }) => findVisitor(shop, token)));
    expect(new Set(latest.map((one) => one?.contactId)).size).toBe(1);
  });

  it("said again with each page writes nothing, until something is new", async () => {
    const sub = user();
    const claims = { name: "Amélie", email: "amelie@mail.example", email_verified: true };
    const first = await identify((await makeThread(shop)).visitor, sub, claims);
    const written = async () => ({
      contact: await contact(first.contactId),
      account: await inShop(shop.id, (tx) => tx.select().from(shopAccounts).where(eq(shopAccounts.userId, sub))),
      key: await inShop(shop.id, (tx) => tx.select().from(identityKeys).where(eq(identityKeys.id, key.kid))),
      told: await asOwner()`
        select count(*)::int as n from graphile_worker._private_jobs
        where payload::jsonb @> ${asOwner().json({ payload: { contactId: first.contactId } })}`,
    });
    const before = await written();
    await identify(first, sub, claims);
    expect(await written()).toEqual(before);
    await identify(first, sub, { ...claims, name: "Amélie Laurent" });
    expect(await contact(first.contactId)).toMatchObject({ name: "Amélie Laurent" });
  });

  it("keeps the name of her own sign-in", async () => {
    const signedIn = await signInChat(shop, (await makeThread(shop)).visitor, await makePerson("Amélie Laurent"));
    const after = await identify(signedIn, user(), { name: "Support ✔" });
    expect(await contact(after.contactId)).toMatchObject({ name: "Amélie Laurent" });
  });
});

describe("a name without proof", () => {
  it("names a chat nobody has proven, and nothing more", async () => {
    await enforceIdentity(owner, { enforced: false });
    const nobody = (await makeThread(shop)).visitor;
    await nameVisitor(nobody, { name: "Zoé" });
    expect(await contact(nobody.contactId)).toMatchObject({ name: "Zoé", email: null });
    const proven = await identify(await makeVisitor(shop), user(), { name: "Amélie" });
    await nameVisitor(proven, { name: "Somebody else" });
    expect(await contact(proven.contactId)).toMatchObject({ name: "Amélie" });
  });

  it("WID-02: is refused until the shop takes such names, and where it asks for proof again", async () => {
    const { shop: strict, owner: strictOwner } = await makeShop();
    const visitor = (await makeThread(strict)).visitor;
    const refused = { key: "identify_refused" };
    expect(await loadIdentitySettings(strictOwner)).toMatchObject({ enforced: true });
    await expect(nameVisitor(visitor, { name: "Zoé" })).rejects.toMatchObject(refused);
    await enforceIdentity(strictOwner, { enforced: false });
    await expect(nameVisitor(visitor, { name: "Zoé" })).resolves.toBeUndefined();
    await enforceIdentity(strictOwner, { enforced: true });
    await expect(nameVisitor(visitor, { name: "Zoé" })).rejects.toMatchObject(refused);
  });
});

describe("keys", () => {
  it("are two at most, sealed at rest, shown once, and the business of owners and admins", async () => {
    const { shop: fresh, owner: freshOwner } = await makeShop();
    const [one] = [await createIdentityKey(freshOwner), await createIdentityKey(freshOwner)];
    await expect(createIdentityKey(freshOwner)).rejects.toMatchObject({ key: "identity_keys_two" });
    const stored = await asOwner()`select sealed_secret from identity_keys where id = ${one.kid}`;
    expect(JSON.stringify(stored)).not.toContain(one.secret);
    expect(JSON.stringify(await loadIdentitySettings(freshOwner))).not.toContain(one.secret);
    await endIdentityKey(freshOwner, { keyId: one.kid });
    await expect(endIdentityKey(freshOwner, { keyId: one.kid })).rejects.toMatchObject({ code: "not_found" });
    await expect(createIdentityKey(freshOwner)).resolves.toBeDefined();
    const agent = await makeMember(freshOwner, "agent");
    for (const act of [() => createIdentityKey(agent), () => loadIdentitySettings(agent)])
      await expect(act()).rejects.toMatchObject({ code: "forbidden" });
    const kept = await inShop(fresh.id, (tx) => tx.select().from(identityKeys));
    expect(kept).toHaveLength(3);
  });
});

describe("the chat's API", () => {
  const post = (what: string, json: object, token?: string) =>
    answerOf(
      `app/api/widget/[shop]/${what}/route.ts`,
      "POST",
      { shop: shop.slug },
      {
        json: { locale: "fr", ...json },
        headers: token ? { cookie: `__Host-visitor-${shop.slug}=${token}` } : {},
      },
    );

  it("answers a new browser with her own earlier conversation", async () => {
    const { visitor, conversationId } = await makeThread(shop);
    const sub = user();
    await identify(visitor, sub);
    const token = signToken(key, shop.slug, { sub });
    expect(await post("identify", { token })).toMatchObject({
      ...{ status: 200, body: { conversation: { id: conversationId }, messages: [{}] } },
    });
  });

  it("begins a visit on proof alone, and ends it when she logs out", async () => {
    expect(await post("identify", { name: "Zoé" })).toMatchObject({ status: 401 });
    expect(await post("identify", { token: "a.b.c" })).toMatchObject({ status: 401 });
    expect(await post("identify", { token: signToken(key, shop.slug, { sub: user() }) })).toMatchObject({
      status: 200,
    });
    const { visitor } = await makeThread(shop);
    expect(await post("reset", {}, visitor.token)).toMatchObject({ status: 200, body: { visitorId: null } });
    expect(await findVisitor(shop, visitor.token)).toBeNull();
    expect(await post("reset", {})).toMatchObject({ status: 200 });
  });
});
