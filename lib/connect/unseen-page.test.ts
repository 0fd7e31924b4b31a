import { createHash } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { deliverMessage } from "#lib/conversations/deliver-message";
import { markSeen } from "#lib/conversations/mark-read";
import { sendMessage } from "#lib/conversations/send-message";
import { writeNote } from "#lib/conversations/write-note";
import { newId, newToken } from "#lib/core/ids";
import { callRoute } from "#lib/http/route-fixture";
import type { ShopView } from "#lib/shops/load-shop";
import { makeShop, type TestMember } from "#lib/shops/shop-fixture";
import { makeThread, makeVisitor } from "./visitor-fixture";

let shop: ShopView;
let owner: TestMember;
beforeAll(async () => {
  ({ shop, owner } = await makeShop());
});

const ON = "https://shop.example";

async function ask(token: string | null, origin = ON) {
  const cookie = token === null ? {} : { cookie: `__Host-visitor-${shop.slug}=${token}` };
  const query = `?origin=${encodeURIComponent(origin)}`;
  const answer = await callRoute(
    "app/widget/[shop]/unseen/route.ts",
    "GET",
    { shop: shop.slug },
    { query, headers: cookie },
  );
  return { headers: answer.headers, html: await answer.text() };
}
const script = (html: string) => /<script>(.*)<\/script>/.exec(html)?.[1] ?? "";

it("tells the storefront how much she has not seen, and it alone", async () => {
  const { visitor, conversationId } = await makeThread(shop);
  const say = async (body: string) => {
    const { id } = await sendMessage(owner, { conversationId, clientKey: newId(), body });
    await deliverMessage(shop.id, { conversationId, messageId: id });
  };
  await say("Bonjour !");
  await say("Nous en avons.");
  await writeNote(owner, { conversationId, clientKey: newId(), body: "Elle revient souvent" });
  const { html, headers } = await ask(visitor.token);
  expect(script(html)).toBe(`parent.postMessage({"type":"unread","n":2},"${ON}")`);
  const hash = createHash("sha256").update(script(html)).digest("base64");
  expect(headers.get("content-security-policy")).toContain(`script-src 'sha256-${hash}'`);
  expect(headers.get("content-security-policy")).toContain("frame-ancestors https://shop.example");
  expect(headers.get("content-security-policy"), "XSS-04").toContain(
    "require-trusted-types-for 'script'; trusted-types 'none'",
  );
  expect(headers.get("cache-control")).toBe("private, no-store");

  await markSeen(visitor, { deliveredSeq: 3, readSeq: 3 });
  expect(script((await ask(visitor.token)).html)).toContain('"n":0');
});

it("says of whoever has no chat here that there is none", async () => {
  for (const token of [null, newToken()]) expect(script((await ask(token)).html)).toContain('"n":null');
  const { token } = await makeVisitor(shop);
  expect(script((await ask(token)).html)).toContain('"n":0');
});

it("tells nobody where the page around is none of the shop's", async () => {
  const { visitor } = await makeThread(shop);
  for (const origin of ["https://evil.test", "http://shop.example", "https://shop.example.evil.test", "null", ""]) {
    const { html } = await ask(visitor.token, origin);
    expect(html).not.toContain("postMessage");
  }
});
