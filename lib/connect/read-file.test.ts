import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { attachments } from "#db/schema/conversations";
import * as clock from "#lib/core/clock";
import { MINUTE } from "#lib/core/clock";
import * as environment from "#lib/core/env";
import { readSettings } from "#lib/core/env";
import { putFile } from "#lib/core/files";
import { newId, newToken } from "#lib/core/ids";
import { isAllowedHost, isBarred, isFilesHost } from "#lib/http/hosts";
import { pageHeaders } from "#lib/http/page-headers";
import { callRoute } from "#lib/http/route-fixture";
import { makeMember, makePerson, makeShop } from "#lib/shops/shop-fixture";
import { chatPage } from "./chat-page";
import { makeThread, storedMessages } from "./visitor-fixture";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4]);

async function makeWorld() {
  const { shop, owner } = await makeShop();
  const { visitor, conversationId } = await makeThread(shop);
  const [message] = await storedMessages(shop.id, conversationId);
  let kept = 0;
  const keep = async (contentType: string, more: Partial<typeof attachments.$inferInsert> = {}) => {
    const id = newId();
    await putFile(`${shop.id}/${id}`, PNG);
    const given = { messageId: message?.id ?? null, position: kept++, fileName: "é 'a'.png" };
    await inShop(shop.id, (tx) =>
      tx.insert(attachments).values({
        ...{ id, shopId: shop.id, kind: "image", state: "stored", contentType, bytes: PNG.length },
        ...{ storageKey: `${shop.id}/${id}`, ...given, ...more },
      }),
    );
    return id;
  };
  return { shop, owner, visitor, keep };
}

const asMember = (token: string) => ({ cookie: `__Host-comptoir-session=${token}` });
const asVisitor = (slug: string, token: string) => ({ cookie: `a=b; __Host-visitor-${slug}=${token}; c=d` });
const get = (id: string, headers: Record<string, string> = {}) =>
  callRoute("app/files/[id]/route.ts", "GET", { id }, { headers });

let ours: Awaited<ReturnType<typeof makeWorld>>;
let theirs: Awaited<ReturnType<typeof makeWorld>>;
beforeAll(async () => {
  [ours, theirs] = await Promise.all([makeWorld(), makeWorld()]);
});

it("gives a file to the shop's members and to the visitor in whose conversation it is", async () => {
  const id = await ours.keep("image/png");
  const agent = await makeMember(ours.owner);
  for (const who of [asMember(agent.person.token), asVisitor(ours.shop.slug, ours.visitor.token)]) {
    const answer = await get(id, who);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/png",
      "content-disposition": "inline; filename*=UTF-8''%C3%A9%20%27a%27.png",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=300",
    });
  }
});

it("TEN-01: answers a foreign file, one that is not kept and one not sent to her like one that is absent", async () => {
  const foreign = await theirs.keep("image/png");
  const waiting = await ours.keep("image/png", { state: "waiting" });
  const upload = await ours.keep("image/png", { messageId: null });
  const member = asMember(ours.owner.person.token);
  const visitor = asVisitor(ours.shop.slug, ours.visitor.token);
  const bodyOf = async (id: string, who: Record<string, string>) => {
    const answer = await get(id, who);
    expect(answer.status, id).toBe(404);
    return answer.text();
  };
  const absent = await bodyOf(newId(), member);
  for (const id of [foreign, waiting, "none", "../x", ""]) expect(await bodyOf(id, member)).toBe(absent);
  for (const id of [foreign, waiting, upload]) expect(await bodyOf(id, visitor)).toBe(absent);
  const id = await ours.keep("image/png");
  const nobody = [
    {},
    asMember(newToken()),
    asMember((await makePerson()).token),
    asVisitor(ours.shop.slug, newToken()),
  ];
  const elsewhere = [asVisitor(theirs.shop.slug, ours.visitor.token), asVisitor("t-nobody", ours.visitor.token)];
  for (const who of [...nobody, ...elsewhere]) expect(await bodyOf(id, who)).toBe(absent);
});

it.each(["text/html", "image/svg+xml", "application/pdf", "application/octet-stream", "", "image/png, text/html"])(
  "lets what is called %j be saved, never shown",
  async (contentType) => {
    const answer = await get(await ours.keep(contentType), asMember(ours.owner.person.token));
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment;/);
  },
);

it.each([
  ["bytes=2-5", 206, "bytes 2-5/12", PNG.subarray(2, 6)],
  ["bytes=8-", 206, "bytes 8-11/12", PNG.subarray(8)],
  ["bytes=-3", 206, "bytes 9-11/12", PNG.subarray(9)],
  ["bytes=0-99", 206, "bytes 0-11/12", PNG],
  ["bytes=12-", 416, "bytes */12", Buffer.alloc(0)],
  ["bytes=0-1,3-4", 200, null, PNG],
])("answers the range %s", async (range, status, told, bytes) => {
  const answer = await get(await ours.keep("audio/mp4"), { ...asMember(ours.owner.person.token), range });
  expect([answer.status, answer.headers.get("content-range")]).toEqual([status, told]);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
});

describe("with an origin of its own for files", () => {
  const files = "http://files.localhost:3000";
  const set = (FILES_ORIGIN: string, more: Record<string, string> = {}) =>
    readSettings({ ...process.env, PUBLIC_URL: "http://localhost:3000", FILES_ORIGIN, ...more });
  beforeEach(() => {
    vi.spyOn(environment, "env").mockReturnValue(set(files));
  });
  afterEach(() => vi.restoreAllMocks());

  /** What the origin of files answers, to a browser that brings every cookie there could be. */
  const there = (id: string, query: string, headers: Record<string, string> = {}) =>
    callRoute("app/files/[id]/route.ts", "GET", { id }, { query, headers: { host: new URL(files).host, ...headers } });

  it("sends whoever may read a file to an address that is soon over, and nobody else", async () => {
    const id = await ours.keep("image/png");
    const who = asVisitor(ours.shop.slug, ours.visitor.token);
    const sent = await get(id, who);
    const to = new URL(sent.headers.get("location") ?? "");
    expect({ status: sent.status, to: to.origin + to.pathname }).toEqual({ status: 302, to: `${files}/files/${id}` });
    expect(await sent.text()).toBe("");
    expect((await get(id, { cookie: "" })).status).toBe(404);

    const answer = await there(id, to.search);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG);
    const headers = { "content-disposition": expect.stringMatching(/^inline/), "set-cookie": undefined };
    const fixed = { "content-security-policy": "default-src 'none'; sandbox" };
    const shared = { "cross-origin-resource-policy": "cross-origin", "x-content-type-options": "nosniff" };
    expect({ "set-cookie": undefined, ...Object.fromEntries(answer.headers) }).toMatchObject({
      ...headers,
      ...fixed,
      ...shared,
    });
    const opened = await there(id, to.search, { "sec-fetch-dest": "document" });
    expect(opened.headers.get("content-disposition"), "opened by itself").toMatch(/^attachment/);

    const other = await ours.keep("image/png");
    const member = asMember(ours.owner.person.token);
    const altered = to.search.replace(/\.(.)/, (_, first) => `.${first === "A" ? "B" : "A"}`);
    expect((await there(id, "", member)).status, "no cookie opens it there").toBe(404);
    expect((await there(id, altered, member)).status).toBe(404);
    expect((await there(other, to.search, member)).status, "of another file").toBe(404);
    vi.spyOn(clock, "now").mockReturnValue(new Date(Date.now() + 10 * MINUTE));
    expect((await there(id, to.search)).status, "over").toBe(404);
  });

  it("is served at that host alone, with nothing else", () => {
    const host = new URL(files).host;
    expect([isAllowedHost(host), isFilesHost(host), isFilesHost("localhost:3000")]).toEqual([true, true, false]);
    for (const path of ["/", "/login", "/api/health", "/files/", "/files/../login", "/v1.js"])
      expect([isBarred(host, path), isBarred("localhost:3000", path)], path).toEqual([true, false]);
    expect(isBarred(host, `/files/${newId()}`)).toBe(false);
  });

  it("is let into our pages and the chat", () => {
    for (const policy of [
      pageHeaders("/me", "n")["content-security-policy"],
      chatPage(ours.shop, { slug: ours.shop.slug, byMail: false, locale: "en", theme: "auto", origin: "" }).headers[
        "content-security-policy"
      ],
    ])
      for (const part of ["img-src", "media-src"]) expect(policy).toMatch(new RegExp(`${part} [^;]*${files}`));
  });

  it("is refused when it would be no other host, or not as safe", () => {
    expect(() => set("http://localhost:3001")).toThrow("FILES_ORIGIN must be another host");
    expect(() => set(`${files}/x`)).toThrow("FILES_ORIGIN must be an origin");
    const publicly = { PUBLIC_URL: "https://chat.example", COMPTOIR_SANDBOX: "1" };
    expect(() => set("http://files.example", publicly)).toThrow("FILES_ORIGIN must start with https");
    expect(set("", publicly).FILES_ORIGIN).toBeNull();
  });
});
