import { beforeAll, describe, expect, it } from "vitest";
import { rowHashes } from "#db/owner-fixture";
import { newId } from "#lib/core/ids";
import { type Belongings, makeBelongings } from "#lib/orders/belongings-fixture";
import { DOORS } from "./doors";
import { answerOf } from "./route-fixture";
import { SESSION_COOKIE } from "./session";

/** Ways in that no cookie opens, so that nobody else's page can go through them in her name; the login has its own proof. */
const OF_NO_COOKIE = /^\w+ app\/(api\/hooks|api\/mail|sandbox)\/|^\w+ app\/api\/auth\//;
const changes = DOORS.map(({ door }) => door).filter(
  (door) => /^(POST|PUT|PATCH|DELETE) app\//.test(door) && !OF_NO_COOKIE.test(door),
);

/** What a form of another site can send without being asked first. Source: the Fetch standard, "CORS-safelisted". */
const FORMS = [
  ["text/plain", '{"body":"Bonjour","ignored":"="}'],
  ["application/x-www-form-urlencoded", "_method=DELETE&body=Bonjour"],
  ["multipart/form-data; boundary=b", '--b\r\nContent-Disposition: form-data; name="body"\r\n\r\nBonjour\r\n--b--\r\n'],
  ["application/json", '{"body":"Bonjour"}'],
] as const;
const ORIGINS = ["https://evil.test", "null", "", "http://localhost:3000.evil.test", "https://localhost:3000"];

let ours: Belongings;
let cookie: string;
beforeAll(async () => {
  ours = await makeBelongings();
  const { shop, visitor, shopper } = ours;
  cookie = `__Host-visitor-${shop.slug}=${visitor.token}; ${SESSION_COOKIE}=${shopper.token}`;
});

describe("CSRF-02: what a page of another site sends with her cookies", () => {
  it("has ways in to be looked at", () => expect(changes.length).toBeGreaterThan(20));

  it.each(changes)("is refused before anything else by %s", async (door) => {
    const [method = "", place = ""] = door.split(" ");
    const before = await rowHashes(ours.shop.id);
    for (const origin of ORIGINS)
      for (const [type, raw] of FORMS) {
        const headers = { cookie, origin, "content-type": type };
        const params = { shop: ours.shop.slug };
        const query = `?shop=${ours.shop.slug}&kind=contacts&key=${newId()}`;
        const { status } = await answerOf(`${place}/route.ts`, method, params, { query, raw, headers });
        expect(status, `${origin} ${type}`).toBe(403);
      }
    expect(await rowHashes(ours.shop.id)).toEqual(before);
  });
});
