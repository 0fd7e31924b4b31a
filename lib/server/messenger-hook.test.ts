import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it, vi } from "vitest";
import { hookBody, hookSignature, keptWith } from "#lib/channels/messenger/inbound/hook-fixture";
import { MAX_HOOK_BYTES } from "#lib/channels/messenger/inbound/receive-hook";
import { env } from "#lib/core/env";
import { newId } from "#lib/core/ids";
import { callRoute, type Sent } from "#lib/http/route-fixture";
import { answerMessengerHook } from "./messenger-hook";

const settings = vi.hoisted((): { secret: string | null } => ({ secret: null }));
vi.mock("#lib/core/env", async (original) => {
  const real = await original<typeof import("#lib/core/env")>();
  const env: typeof real.env = () => {
    const { FACEBOOK, ...rest } = real.env();
    return { ...rest, FACEBOOK: { ...FACEBOOK, clientSecret: settings.secret ?? FACEBOOK.clientSecret } };
  };
  return { ...real, env };
});

const server = createServer((request, response) => {
  answerMessengerHook(request, response).then(
    (answered) => answered || response.writeHead(404).end(),
    () => response.writeHead(500).end(),
  );
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => server.close());

type Door = (method: string, sent: Sent) => Promise<{ status: number; text: string }>;
const read = async (response: Response) => ({ status: response.status, text: await response.text() });
const fast: Door = async (method, { query = "", raw, headers = {} }) =>
  read(
    await fetch(`${origin}/api/hooks/messenger${query}`, {
      method,
      headers,
      ...(raw === undefined ? {} : { body: Buffer.from(raw) }),
    }),
  );
const route: Door = async (method, sent) => read(await callRoute("app/api/hooks/messenger/route.ts", method, {}, sent));
const doors = [
  ["the fast path", fast],
  ["the route", route],
] as const;

const bodyOf = (mark: string) => hookBody({ object: "page", entry: [], mark, words: "é 😀 a/b" });

describe.each(doors)("%s", (_, door) => {
  const signatures: [string, (body: Buffer) => string | null, ((body: Buffer) => Buffer | string)?][] = [
    ["missing", () => null],
    ["empty", () => ""],
    ["without a digest", () => "sha256="],
    ["of sha1", (body) => hookSignature(body).replace("sha256", "sha1").slice(0, 45)],
    ["without its prefix", (body) => hookSignature(body).slice(7)],
    ["in upper case", (body) => hookSignature(body).toUpperCase().replace("SHA", "sha")],
    ["in base64", (body) => `sha256=${Buffer.from(hookSignature(body).slice(7), "hex").toString("base64")}`],
    ["cut short", (body) => hookSignature(body).slice(0, -2)],
    ["with one digit changed", (body) => hookSignature(body).replace(/.$/, (c) => (c === "0" ? "1" : "0"))],
    ["sent twice", (body) => `${hookSignature(body)}, ${hookSignature(body)}`],
    ["of another secret", (body) => hookSignature(body, "another app's secret")],
    ["of an empty secret", (body) => hookSignature(body, "")],
    ["of the body written anew", hookSignature, (body) => JSON.stringify(JSON.parse(body.toString()))],
    [
      "of the body in another order",
      hookSignature,
      (body) => hookBody(Object.fromEntries(Object.entries(JSON.parse(body.toString())).reverse())),
    ],
    ["of the body before a line was ended", hookSignature, (body) => `${body}\n`],
    ["of a body that was left out", hookSignature, () => ""],
    ["of the body before it was packed", hookSignature, (body) => gzipSync(body)],
  ];

  it("WHI-01: refuses any signature but the right one over the raw bytes, and keeps nothing", async () => {
    const mark = newId();
    const body = bodyOf(mark);
    for (const [name, sign, send = (given: Buffer) => given] of signatures) {
      const header = sign(body);
      const headers = header === null ? {} : { "x-hub-signature-256": header };
      expect((await door("POST", { raw: send(body), headers })).status, name).toBe(401);
    }
    const packed = { "x-hub-signature-256": hookSignature(body), "content-encoding": "gzip" };
    expect((await door("POST", { raw: gzipSync(body), headers: packed })).status).toBe(401);
    const sha1 = { "x-hub-signature": hookSignature(body).replace("sha256", "sha1") };
    expect((await door("POST", { raw: body, headers: sha1 })).status).toBe(401);
    expect(await keptWith(mark)).toEqual([]);
  });

  it("WHI-01: keeps exactly the bytes that were signed, once", async () => {
    const mark = newId();
    const body = Buffer.from(`  ${bodyOf(mark)}\n`);
    const headers = { "x-hub-signature-256": hookSignature(body) };
    for (let again = 0; again < 2; again += 1)
      expect(await door("POST", { raw: body, headers })).toEqual({ status: 200, text: "EVENT_RECEIVED" });
    const kept = await keptWith(mark);
    expect(kept.map((one) => one.body.equals(body))).toEqual([true]);
  });

  it("WHI-03: takes nothing in when the app has no secret", async () => {
    const mark = newId();
    const body = bodyOf(mark);
    settings.secret = "";
    try {
      for (const secret of ["", "x"])
        expect(
          (await door("POST", { raw: body, headers: { "x-hub-signature-256": hookSignature(body, secret) } })).status,
        ).toBe(503);
    } finally {
      settings.secret = null;
    }
    expect(await keptWith(mark)).toEqual([]);
  });

  it("refuses what is too large, whether or not its length is told", async () => {
    const raw = Buffer.alloc(MAX_HOOK_BYTES + 1, 32);
    const headers = { "x-hub-signature-256": hookSignature(raw) };
    expect((await door("POST", { raw, headers })).status).toBe(413);
  });

  it("reads the challenge back to whoever knows the token, and to nobody else", async () => {
    const { verifyToken } = env().FACEBOOK;
    const ask = (query: Record<string, string>, more = "") =>
      door("GET", { query: `?${new URLSearchParams(query)}${more}` });
    const right = { "hub.mode": "subscribe", "hub.verify_token": verifyToken, "hub.challenge": "1158<201>444" };
    expect(await ask(right)).toEqual({ status: 200, text: "1158<201>444" });
    for (const wrong of [
      { ...right, "hub.mode": "unsubscribe" },
      { ...right, "hub.verify_token": "" },
      { ...right, "hub.verify_token": `${verifyToken}0` },
      { "hub.mode": "subscribe", "hub.verify_token": verifyToken },
    ])
      expect((await ask(wrong)).status).toBe(403);
    expect((await ask(right, "&hub.verify_token=other")).status).toBe(403);
    expect((await door("GET", {})).status).toBe(403);
  });
});

it("WHI-04: keeps fifty copies that come at once as one, and answers all of them", async () => {
  const mark = newId();
  const body = bodyOf(mark);
  const headers = { "x-hub-signature-256": hookSignature(body) };
  const answers = await Promise.all(Array.from({ length: 50 }, () => fast("POST", { raw: body, headers })));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await keptWith(mark)).toHaveLength(1);
});

it("leaves other addresses and methods to the pages", async () => {
  expect((await fetch(`${origin}/api/hooks/messengers`)).status).toBe(404);
  expect((await fetch(`${origin}/api/hooks/messenger`, { method: "PUT" })).status).toBe(404);
});
