import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { rowHashes } from "#db/owner-fixture";
import { refused } from "#lib/core/errors";
import { newToken } from "#lib/core/ids";
import type { ShopView } from "#lib/shops/load-shop";
import { makePerson, makeShop, type SignedIn } from "#lib/shops/shop-fixture";
import { completeConnect } from "./complete-connect";
import { agePopup, answerOf, openPopup } from "./connect-fixture";
import { findVisitor } from "./find-visitor";
import { redeemConnect } from "./redeem-connect";
import { makeThread, makeVisitor, type TestVisitor } from "./visitor-fixture";

let shop: ShopView;
let person: SignedIn;
beforeAll(async () => {
  ({ shop } = await makeShop());
  person = await makePerson("Amélie Laurent");
});

/** A popup in which Continue was pressed: its request, and what the chat needs to use the code. */
async function continued(visitor: TestVisitor) {
  const { request, codeVerifier } = await openPopup(visitor);
  const { code } = await completeConnect(person, shop.slug, answerOf(request));
  return { request, proof: { code, codeVerifier } };
}

describe("OAUTH-05: the popup's code", () => {
  it("works once, also when it is used several times at once", async () => {
    const { visitor } = await makeThread(shop);
    const { proof } = await continued(visitor);
    const uses = await Promise.allSettled(Array.from({ length: 4 }, () => redeemConnect(visitor, proof)));
    expect(uses.filter((use) => use.status === "fulfilled")).toHaveLength(1);
    for (const use of uses) if (use.status === "rejected") expect(use.reason).toEqual(refused("connect_used"));
    await expect(redeemConnect(visitor, proof)).rejects.toEqual(refused("connect_used"));
  });

  it("works for sixty seconds", async () => {
    const { visitor } = await makeThread(shop);
    const { request, proof } = await continued(visitor);
    await agePopup(shop, request, "completedAt", 61);
    await expect(redeemConnect(visitor, proof)).rejects.toEqual(refused("connect_expired"));
    await agePopup(shop, request, "completedAt", 50);
    await redeemConnect(visitor, proof);
  });

  it.each([
    ["another verifier", () => newToken()],
    [
      "the challenge itself, as with the method plain",
      (v: string) => createHash("sha256").update(v).digest("base64url"),
    ],
    ["the verifier and more", (v: string) => `${v}0`],
    ["no verifier", () => ""],
  ])("does not work with %s, and stays good for its own", async (_, changed) => {
    const { visitor } = await makeThread(shop);
    const { proof } = await continued(visitor);
    const before = await rowHashes(shop.id);
    await expect(redeemConnect(visitor, { ...proof, codeVerifier: changed(proof.codeVerifier) })).rejects.toEqual(
      refused("connect_code"),
    );
    expect(await rowHashes(shop.id)).toEqual(before);
    await redeemConnect(visitor, proof);
  });

  it("does not work in another visitor's chat, of this shop or of another one, nor before Continue", async () => {
    const { visitor } = await makeThread(shop);
    const { shop: other } = await makeShop();
    const strangers = [await makeVisitor(shop), (await makeThread(shop)).visitor, (await makeThread(other)).visitor];
    const { proof } = await continued(visitor);
    for (const stranger of strangers) {
      await expect(redeemConnect(stranger, proof)).rejects.toEqual(refused("connect_code"));
      const where = stranger.shopId === shop.id ? shop : other;
      expect(await findVisitor(where, stranger.token)).toMatchObject({ identityId: stranger.identityId });
    }
    const { request, codeVerifier } = await openPopup(visitor);
    for (const code of [request, codeVerifier, newToken()])
      await expect(redeemConnect(visitor, { code, codeVerifier })).rejects.toEqual(refused("connect_code"));
  });
});
