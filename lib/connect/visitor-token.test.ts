import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { inShop } from "#db/in-shop";
import { visitors } from "#db/schema/channels";
import { DAY } from "#lib/core/clock";
import { answerOf, callRoute } from "#lib/http/route-fixture";
import type { ShopView } from "#lib/shops/load-shop";
import { makeShop } from "#lib/shops/shop-fixture";
import { findVisitor } from "./find-visitor";
import { makeThread, type TestVisitor } from "./visitor-fixture";
import { setVisitorCookie } from "./visitor-route";

let shop: ShopView;
let visitor: TestVisitor;
beforeAll(async () => {
  ({ shop } = await makeShop());
  ({ visitor } = await makeThread(shop));
});

const asVisitor = () => ({ cookie: `__Host-visitor-${shop.slug}=${visitor.token}` });

describe("WID-03: a visitor's token", () => {
  it("is in no answer of the chat, nor on its pages", async () => {
    const params = { shop: shop.slug };
    const answers = await Promise.all([
      callRoute("app/api/widget/[shop]/session/route.ts", "GET", params, { headers: asVisitor() }),
      callRoute("app/api/widget/[shop]/messages/route.ts", "GET", params, { headers: asVisitor(), query: "?after=0" }),
      callRoute("app/api/widget/[shop]/reference/route.ts", "GET", params, { headers: asVisitor() }),
      callRoute("app/widget/[shop]/route.ts", "GET", params, { headers: asVisitor() }),
      callRoute("app/widget/[shop]/unseen/route.ts", "GET", params, { headers: asVisitor() }),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain(visitor.token);
      expect(JSON.stringify([...answer.headers])).not.toContain(visitor.token);
    }
  });

  it("is in a cookie that no script reads, for one storefront, and goes nowhere else", () => {
    const cookie = setVisitorCookie(shop.slug, "t");
    for (const part of ["__Host-", "HttpOnly", "Secure", "Partitioned", "Path=/"]) expect(cookie).toContain(part);
    expect(cookie).not.toMatch(/Domain=/i);
  });

  it("opens nothing of a member's, neither as a session nor as a bearer", async () => {
    const { token } = visitor;
    for (const headers of [
      asVisitor(),
      { cookie: `__Host-comptoir-session=${token}` },
      { authorization: `Bearer ${token}` },
    ] as Record<string, string>[])
      for (const route of ["conversations", "contacts", "search"])
        expect(
          await answerOf(
            `app/api/v1/shops/[shop]/${route}/route.ts`,
            "GET",
            { shop: shop.slug },
            { headers, query: "?q=a" },
          ),
        ).toMatchObject({ status: 401 });
  });

  it("is over on the server too once its cookie is", async () => {
    expect(await findVisitor(shop, visitor.token)).toMatchObject({ visitorId: visitor.visitorId });
    await inShop(shop.id, (tx) =>
      tx
        .update(visitors)
        .set({ createdAt: new Date(Date.now() - 181 * DAY) })
        .where(eq(visitors.id, visitor.visitorId)),
    );
    expect(await findVisitor(shop, visitor.token)).toBeNull();
  });
});
