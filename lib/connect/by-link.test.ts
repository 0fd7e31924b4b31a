import { beforeAll, expect, it, vi } from "vitest";
import { rowHashes } from "#db/owner-fixture";
import { env } from "#lib/core/env";
import { notFound } from "#lib/core/errors";
import { eraseContact } from "#lib/privacy/ask-erasure";
import type { ShopView } from "#lib/shops/load-shop";
import { makePerson, makeShop } from "#lib/shops/shop-fixture";
import { runJobs } from "#lib/worker/jobs-fixture";
import { findByLink, withdrawByLink } from "./by-link";
import { ledgerOf, signInChat } from "./connect-fixture";
import { PERMISSION_LINK_LIFE_MS, permissionLink } from "./permission-link";
import { makeThread, storedMessages } from "./visitor-fixture";

let shop: ShopView;
beforeAll(async () => {
  ({ shop } = await makeShop());
});

async function makeShopper() {
  const { visitor, conversationId } = await makeThread(shop);
  const { contactId } = await signInChat(shop, visitor, await makePerson(), ["service", "offers"]);
  return { contactId, conversationId, link: permissionLink(shop.id, contactId) };
}
const tokenOf = (link: string) => link.split("/").at(-1) ?? "";

it("shows what the shop of the message may send, and nothing of what was said or of her other shops", async () => {
  const { link } = await makeShopper();
  expect(link.startsWith(`${env().PUBLIC_URL}/me/`)).toBe(true);
  const before = await rowHashes(shop.id);
  const shown = await findByLink(tokenOf(link), "en");
  expect(shown?.permissions.map(({ state }) => state)).toEqual(["on", "refused", "on"]);
  expect(Object.keys(shown ?? {}).sort()).toEqual(
    ["blockedAt", "colour", "name", "onColour", "pausedUntil", "permissions", "slug", "timeZone"].sort(),
  );
  expect(await rowHashes(shop.id)).toEqual(before);
});

it("takes one purpose back, or all, with a record of that act, and says so in the thread once", async () => {
  const { link, contactId, conversationId } = await makeShopper();
  const token = tokenOf(link);
  await withdrawByLink({ token, purposes: ["offers"], locale: "fr" });
  const { shop: left } = await withdrawByLink({
    token,
    purposes: ["offers", "service", "order_updates"],
    locale: "fr",
  });
  expect(left.permissions.map(({ state }) => state)).toEqual(["off", "refused", "off"]);
  const withdrawn = (await ledgerOf(shop.id, contactId)).filter(({ action }) => action === "withdrawn");
  expect(withdrawn.map(({ purpose, act, proof }) => [purpose, act, proof])).toEqual([
    ["offers", "my_permissions", { by: "permission_link" }],
    ["service", "my_permissions", { by: "permission_link" }],
  ]);
  const events = (await storedMessages(shop.id, conversationId)).flatMap(({ event }) =>
    event?.type === "permission_withdrawn" ? [event.purposes] : [],
  );
  expect(events).toEqual([["offers"], ["service"]]);
});

it("is nothing once a letter of it is changed, or half a year later", async () => {
  const { link } = await makeShopper();
  const token = tokenOf(link);
  for (const place of [0, 20, 30, 45, 60, 88]) {
    const other = token[place] === "A" ? "B" : "A";
    const altered = token.slice(0, place) + other + token.slice(place + 1);
    expect(await findByLink(altered, "en")).toBeNull();
    await expect(withdrawByLink({ token: altered, purposes: ["offers"], locale: "en" })).rejects.toEqual(
      notFound("link"),
    );
  }
  for (const wrong of ["", "receipts", `${token}A`]) expect(await findByLink(wrong, "en")).toBeNull();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + PERMISSION_LINK_LIFE_MS + 1_000 });
  const over = await findByLink(token, "en").finally(() => vi.useRealTimers());
  expect(over).toBeNull();
});

it("is nothing once the shop has erased her", async () => {
  const { shop: other, owner } = await makeShop();
  const { visitor } = await makeThread(other);
  const { contactId } = await signInChat(other, visitor, await makePerson(), ["service"]);
  const token = tokenOf(permissionLink(other.id, contactId));
  await eraseContact(owner, { contactId });
  await runJobs(other.id);
  expect(await findByLink(token, "en")).toBeNull();
  await expect(withdrawByLink({ token, purposes: ["service"], locale: "en" })).rejects.toEqual(notFound("link"));
});

it("is nothing when it names a contact of another shop", async () => {
  const [first, { shop: other }] = [await makeShopper(), await makeShop()];
  expect(await findByLink(tokenOf(permissionLink(other.id, first.contactId)), "en")).toBeNull();
});
