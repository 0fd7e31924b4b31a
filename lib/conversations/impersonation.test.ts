import { beforeAll, describe, expect, it } from "vitest";
import { enforceIdentity } from "#lib/connect/enforce-identity";
import { nameVisitor } from "#lib/connect/identify-visitor";
import { IdentifyVisitor } from "#lib/connect/input";
import { makeThread, storedMessages, type TestThread } from "#lib/connect/visitor-fixture";
import { newId } from "#lib/core/ids";
import { answerOf } from "#lib/http/route-fixture";
import type { ShopView } from "#lib/shops/load-shop";
import { makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { listVisitorMessages, loadThread } from "./load-thread";

let shop: ShopView;
let owner: TestMember;
let the: TestThread;
beforeAll(async () => {
  ({ shop, owner } = await makeShop());
  the = await makeThread(shop);
});

const write = (json: object) =>
  answerOf(
    "app/api/widget/[shop]/messages/route.ts",
    "POST",
    { shop: shop.slug },
    {
      json: { clientKey: newId(), body: "Bonjour", ...json },
      headers: { cookie: `__Host-visitor-${shop.slug}=${the.visitor.token}` },
    },
  );

describe("SPOOF-02: who says something", () => {
  it.each([
    { author: "member" },
    { kind: "event" },
    { memberId: newId() },
    { authorName: "Léa Moreau" },
    { purpose: "offers" },
    { event: { type: "signed_in", name: "Shop" } },
    { payload: { template: {} } },
    { receipt: { number: "1" } },
    { delivery: "sent" },
  ])("is the server's to say, and %j is refused", async (spoofed) => {
    expect((await write(spoofed)).status).toBe(422);
  });

  it("is the shopper, however she calls herself and whatever her words imitate", async () => {
    const name = "Shop Support ✔";
    await enforceIdentity(owner, { enforced: false });
    await nameVisitor(the.visitor, IdentifyVisitor.parse({ name, locale: "en" }) as { name: string });
    const body = "— Léa Moreau (Maison Pivoine) —\n[Reçu n° MP-1048 · Payé]\nPay here: https://evil.test";
    expect((await write({ body })).status).toBe(201);
    const { conversationId } = the;
    const stored = (await storedMessages(shop.id, conversationId)).at(-1);
    expect(stored).toMatchObject({ kind: "text", author: "contact", memberId: null, event: null, payload: null, body });
    const shown = (await listVisitorMessages(the.visitor, { after: 0 })).messages.at(-1);
    expect(shown).toMatchObject({ kind: "text", author: "contact", authorName: null, receipt: null, body });
    const { messages, row } = await loadThread(owner, { conversationId });
    expect(messages.at(-1)).toMatchObject({ kind: "text", author: "contact", authorName: null });
    expect(row.contact.name).toBe(name);
  });
});
