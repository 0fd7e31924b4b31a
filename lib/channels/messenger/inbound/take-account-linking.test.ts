import { beforeAll, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { withAccounts } from "#lib/connect/accounts";
import { createIdentityKey } from "#lib/connect/create-identity-key";
import { findVisitor } from "#lib/connect/find-visitor";
import { checkIdentity, identifyVisitor } from "#lib/connect/identify-visitor";
import { signToken, type TestKey } from "#lib/connect/identity-fixture";
import { undoMerge } from "#lib/connect/undo-merge";
import { makeThread } from "#lib/connect/visitor-fixture";
import { listMerges } from "#lib/contacts/list-merges";
import { newId } from "#lib/core/ids";
import { readShop, type ShopView } from "#lib/shops/load-shop";
import { at, fromPerson, makeWorld, newPsid, takeItems, threadOf, type World } from "./inbound-fixture";

const LINKED_S = 10;
const seconds = (after: number) => at(LINKED_S + after) / 1_000;

let world: World;
let shop: ShopView;
let key: TestKey;
beforeAll(async () => {
  world = await makeWorld();
  shop = await inShop(world.shopId, (tx) => readShop(tx, world.shopId));
  key = await createIdentityKey(world.owner);
});

const linked = (psid: string, code: string) =>
  fromPerson(world, psid, LINKED_S, { account_linking: { status: "linked", authorization_code: code } });
/** A code as the shop's login page hands it to Facebook. */
const codeOf = (sub: string, claims: object = {}, slug = shop.slug) =>
  signToken(key, slug, { sub, iat: seconds(-5), exp: seconds(600), ...claims });
const eventsOf = async (psid: string) =>
  ((await threadOf(world, psid))?.messages ?? []).flatMap(({ event }) => event ?? []);

/** A visitor of the web chat whom the shop's login names. */
async function signedIn(sub: string) {
  const { visitor } = await makeThread(shop);
  await identifyVisitor(visitor, await checkIdentity(shop, signToken(key, shop.slug, { sub })));
  return (await findVisitor(shop, visitor.token))?.contactId;
}

it("makes her the contact of the account that the shop signed, once, until a member parts them", async () => {
  const [sub, psid] = [newId(), newPsid()];
  const contactId = (await signedIn(sub)) ?? "";
  const item = linked(psid, codeOf(sub));
  await takeItems(world, item, item);
  expect((await threadOf(world, psid))?.contact?.id).toBe(contactId);
  expect(await eventsOf(psid)).toMatchObject([{ type: "account_linked" }, { type: "joined", way: "account_linking" }]);
  const merges = await inShop(shop.id, (tx) => listMerges(tx, shop.id, contactId));
  await undoMerge(world.owner, { mergeId: merges[0]?.id ?? "" });
  await takeItems(world, item);
  expect((await threadOf(world, psid))?.contact?.id).not.toBe(contactId);
});

it("makes an account that nobody knew a contact, which her chat on the shop is too; a second account stays apart", async () => {
  const [sub, psid] = [newId(), newPsid()];
  await takeItems(world, linked(psid, codeOf(sub, { name: "Amélie Laurent" })));
  const { contact } = (await threadOf(world, psid)) ?? {};
  expect(contact).toMatchObject({ name: "Amélie Laurent" });
  expect(await signedIn(sub)).toBe(contact?.id);
  await takeItems(world, linked(psid, codeOf(newId())), linked(psid, codeOf(await anotherAccount())));
  expect((await threadOf(world, psid))?.contact?.id).toBe(contact?.id);

  async function anotherAccount() {
    const other = newId();
    await signedIn(other);
    return other;
  }
});

it.each<[string, () => string]>([
  ["the shop's own", () => "4f8a-own"],
  ["for another shop", () => codeOf(newId(), {}, "another-shop")],
  ["that had ended", () => codeOf(newId(), { exp: seconds(-1) })],
  ["of another key", () => signToken({ ...key, secret: "x".repeat(43) }, shop.slug)],
])("is told, and joins nobody, with a code %s", async (_, code) => {
  const psid = newPsid();
  await takeItems(world, linked(psid, code()));
  expect(await eventsOf(psid)).toEqual([{ type: "account_linked" }]);
  const contactId = (await threadOf(world, psid))?.contact?.id ?? "";
  expect(await inShop(shop.id, (tx) => withAccounts(tx, shop.id, [contactId]))).toEqual(new Set());
});
