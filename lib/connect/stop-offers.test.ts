import { expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { permissionsOf } from "#lib/contacts/permissions";
import { refused } from "#lib/core/errors";
import { makeShop } from "#lib/shops/shop-fixture";
import { undoByLink, withdrawByLink } from "./by-link";
import { ledgerOf } from "./connect-fixture";
import { permissionLink } from "./permission-link";
import { stopOffers } from "./stop-offers";
import { UNDO_LIFE_MS } from "./undo-withdrawal";
import { answerCard, makeThread } from "./visitor-fixture";

const chat = { locale: "fr" as const, source: "https://a.example/widget" };

async function makeReader() {
  const { shop } = await makeShop();
  const { visitor } = await makeThread(shop);
  await answerCard(visitor, ["service", "offers"]);
  const { contactId } = visitor;
  const states = async () =>
    Object.values(await inShop(shop.id, (tx) => permissionsOf(tx, shop.id, contactId))).map(({ state }) => state);
  return { shop, visitor, contactId, states, token: permissionLink(shop.id, contactId).split("/").at(-1) ?? "" };
}

it("one tap under an offer takes offers back and nothing else, and another undoes it, each written down", async () => {
  const { shop, visitor, contactId, states } = await makeReader();
  const { undo } = await stopOffers(visitor, chat);
  expect(await states()).toEqual(["on", "refused", "off"]);
  expect(await stopOffers(visitor, chat)).toEqual({ undo: null });
  await stopOffers(visitor, { ...chat, undo: undo ?? "" });
  expect(await states()).toEqual(["on", "refused", "on"]);
  const acts = (await ledgerOf(shop.id, contactId)).slice(-2);
  expect(acts).toMatchObject([
    { purpose: "offers", action: "withdrawn", proof: { by: "offer", visitorId: visitor.visitorId } },
    { purpose: "offers", action: "granted", proof: { by: "undo" } },
  ]);
});

it("the end of an offer does the same by its link", async () => {
  const { states, token } = await makeReader();
  const { undo } = await withdrawByLink({ token, purposes: ["offers"], locale: "en" });
  expect(await states()).toEqual(["on", "refused", "off"]);
  const { shop } = await undoByLink({ token, undo: undo ?? "", locale: "en" });
  expect(shop.permissions.map(({ state }) => state)).toEqual(["on", "refused", "on"]);
});

it("an undo gives nothing to anybody else, after some minutes, or of what was taken back otherwise", async () => {
  const [hers, other] = [await makeReader(), await makeReader()];
  const { undo } = await stopOffers(hers.visitor, chat);
  const word = undo ?? "";
  const over = refused("undo_over");
  await expect(stopOffers(other.visitor, { ...chat, undo: word })).rejects.toEqual(over);
  await expect(undoByLink({ token: other.token, undo: word, locale: "en" })).rejects.toEqual(over);
  await expect(stopOffers(hers.visitor, { ...chat, undo: `${word}A` })).rejects.toEqual(over);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + UNDO_LIFE_MS + 1 });
  await expect(stopOffers(hers.visitor, { ...chat, undo: word }))
    .rejects.toEqual(over)
    .finally(() => vi.useRealTimers());
  expect(await hers.states()).toEqual(["on", "refused", "off"]);
});
