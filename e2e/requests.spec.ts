import { createServer } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import { appUrl, INBOX, SHOP } from "./address";
import { openThread, reply, threadOf } from "./inbox";
import { leave, pageOf } from "./login";
import { ask, cookiesOf, speak } from "./raw";

/** Answers once and keeps what a member's page sends when she answers. */
async function sendAction(page: Page, text: string) {
  const sent = page.waitForRequest((request) => request.method() === "POST" && "next-action" in request.headers());
  await reply(page, text);
  const request = await sent;
  await expect(threadOf(page)).toContainText(text);
  const { "next-action": action = "", "content-type": type = "" } = request.headers();
  return { path: new URL(request.url()).pathname, action, type, body: request.postData() ?? "" };
}

test("a change that another site asks for is refused (CSRF-01, NEXT-06)", async ({ browser }) => {
  const tom = await pageOf(browser, appUrl(), "Tom Hughes", INBOX);
  await openThread(tom, "Priya Shah");
  const first = `First ${crypto.randomUUID()}`;
  const forged = `Forged ${crypto.randomUUID()}`;
  const sent = await sendAction(tom, first);
  const [key] = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}(?=[^}]*First)/.exec(sent.body) ?? [];
  const body = sent.body.replace(first, forged).replace(key ?? "", crypto.randomUUID());
  const cookie = await cookiesOf(tom, appUrl());
  const port = new URL(appUrl()).port;
  const origins = ["null", "https://evil.test", `http://localhost.evil.test:${port}`, "http://localhost:1"];
  const headers = { "next-action": sent.action, "content-type": sent.type, accept: "text/x-component" };
  for (const origin of [...origins, appUrl().replace("http:", "https:")]) {
    const answer = await ask(appUrl(), sent.path, { method: "POST", headers: { ...headers, cookie, origin }, body });
    expect(answer.status, origin).toBeGreaterThanOrEqual(400);
  }
  const unnamed = await ask(appUrl(), sent.path, { method: "POST", headers: { ...headers, cookie }, body });
  expect(unnamed.status, "no Origin").toBeGreaterThanOrEqual(400);
  const stranger = await ask(appUrl(), sent.path, { method: "POST", headers: { ...headers, origin: appUrl() }, body });
  expect(stranger.body).not.toContain("Priya");
  await tom.reload();
  await expect(threadOf(tom)).toContainText(first);
  await expect(threadOf(tom)).not.toContainText(forged);
  await leave(tom);
});

test("malformed actions are refused at once (NEXT-02)", async () => {
  const part = (name: string, value: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const bodies = [
    part("0", '"$1"') + part("1", '"$@1"'),
    part("0", '{"then":"$1:__proto__:then"}') + part("1", '"$@0"'),
    part("0", "[".repeat(1_000_000)),
    part("0", "[".repeat(5_000_000) + "]".repeat(5_000_000)),
    Array.from({ length: 20_000 }, (_, i) => part(String(i), '"$1"')).join(""),
  ];
  for (const [i, body] of bodies.entries())
    for (const path of ["/login", INBOX]) {
      const headers = {
        "next-action": "x".repeat(42),
        "content-type": "multipart/form-data; boundary=b",
        origin: appUrl(),
      };
      const { status, ms } = await ask(appUrl(), path, { method: "POST", headers, body: `${body}--b--\r\n` });
      expect(status, `body ${i}`).toBeLessThan(500);
      expect(ms, `body ${i}`).toBeLessThan(1_500);
      expect((await ask(appUrl(), "/api/health")).status).toBe(200);
    }
});

test("an upgrade leads nowhere else (NEXT-03)", async () => {
  let hits = 0;
  const sentinel = createServer((socket) => {
    hits++;
    socket.destroy();
  });
  const port = await new Promise<number>((listening) =>
    sentinel.listen(0, "127.0.0.1", () => {
      const address = sentinel.address();
      listening(address && typeof address === "object" ? address.port : 0);
    }),
  );
  const { host } = new URL(appUrl());
  for (const target of [
    `http://127.0.0.1:${port}/`,
    "http://169.254.169.254/latest",
    `//127.0.0.1:${port}/`,
    "/nothing",
  ]) {
    const line = await speak(
      appUrl(),
      `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
    );
    expect(line, target).toMatch(/^$|^HTTP\/1\.1 4\d\d/);
  }
  sentinel.close();
  expect(hits).toBe(0);
});

test("every kind of answer carries its headers (HDR-01)", async () => {
  const pages = [
    "/login",
    "/terms",
    "/privacy",
    "/kit",
    "/nothing",
    INBOX,
    "/connect/nowhere",
    "/join/nothing",
    "/sandbox",
  ];
  for (const path of pages) {
    const { headers } = await ask(appUrl(), path);
    const policy = String(headers["content-security-policy"]);
    for (const rule of [
      /script-src [^;]*'nonce-/,
      /'strict-dynamic'/,
      /object-src 'none'/,
      /base-uri 'none'/,
      /form-action/,
    ])
      expect(policy, path).toMatch(rule);
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(headers["x-frame-options"], path).toBe("DENY");
    expect(headers["permissions-policy"], path).toBeTruthy();
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
  const all = [...pages, `/widget/${SHOP}`, "/v1.js", "/api/health", `/api/widget/${SHOP}/session`, "/api/nothing"];
  for (const path of all) {
    const { headers, body } = await ask(appUrl(), path);
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(body, path).not.toMatch(/node_modules|\bat .*\.(js|ts):\d+/);
  }
  const cacheOf = async (path: string) => (await ask(appUrl(), path)).headers["cache-control"];
  const parts = [...(await ask(appUrl(), `/widget/${SHOP}`)).body.matchAll(/"(\/widget\/[\w-]+\/chat\.[\w.]+)"/g)];
  expect(parts).toHaveLength(2);
  for (const [, part = ""] of parts) expect(await cacheOf(part), part).toBe("public, max-age=31536000, immutable");
  expect(await cacheOf("/v1.js")).toMatch(/max-age=300\b/);
  expect(await cacheOf("/widget/o1d_b1/chat.en.js")).toBe("no-store");
  expect((await ask(appUrl(), `${parts[0]?.[1]}.map`)).status).toBe(404);
});
