import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { type AddressInfo, type LookupFunction, Socket } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { readSettings } from "./env";
import { guardedFetch, OutboundRefused } from "./outbound";

const PUBLIC = [{ address: "93.184.215.14", family: 4 }];
const hits: IncomingMessage[] = [];
let answer: RequestListener = (_, response) => response.end("hello");
let server: Server;
let port = 0;
let own: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
  own = [`http://localhost:${port}`, `http://shop.localhost:${port}`, `http://127.0.0.1:${port}`];
});
afterEach(() => {
  vi.restoreAllMocks();
  hits.length = 0;
  answer = (_, response) => response.end("hello");
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Stops every connection at the last step and keeps what the socket was told. */
function holdConnections() {
  const asked: { host: string; port: number; lookup: LookupFunction }[] = [];
  vi.spyOn(Socket.prototype, "connect").mockImplementation(function (this: Socket, ...args: unknown[]) {
    asked.push(...(args.flat().slice(0, 1) as typeof asked));
    return this;
  });
  return asked;
}

describe("SSRF-01: an address that is not the public internet's is refused before any connection", () => {
  it.each([
    "http://127.1",
    "http://2130706433",
    "http://0x7f000001",
    "http://0177.0.0.1",
    "http://0",
    "http://[::ffff:127.0.0.1]",
    "http://[::ffff:8.8.8.8]",
    "http://[::127.0.0.1]",
    "http://[::1]",
    "http://[64:ff9b::7f00:1]",
    "http://[64:ff9b:1::7f00:1]",
    "http://[2002:7f00:1::]",
    "http://[2001:0:7f00:1::]",
    "http://①②⑦.⓪.⓪.①",
    "http://127。0。0。1",
    "http://169.254.169.254/latest/meta-data",
    "http://100.64.0.1",
    "http://10.0.0.8",
    "http://192.168.1.1",
    "http://172.16.0.1",
    "http://255.255.255.255",
    "http://224.0.0.1",
    "http://[fd00::1]",
    "http://[fe80::1]",
    "http://[ff02::1]",
  ])("%s", async (url) => {
    const asked = holdConnections();
    await expect(guardedFetch(url, { allowHttp: true })).rejects.toMatchObject({
      reason: "address",
      mayHaveArrived: false,
    });
    expect(asked).toEqual([]);
  });

  it.each([
    ["http://u:p@93.184.215.14", "credentials"],
    ["http://user@93.184.215.14", "credentials"],
    ["http://example.com\\@127.0.0.1", "malformed"],
    ["http://exa\tmple.com", "malformed"],
    ["http://example.com/\u0000", "malformed"],
    ["//example.com", "malformed"],
    ["", "malformed"],
    ["gopher://example.com", "scheme"],
    ["file:///etc/passwd", "scheme"],
    ["javascript:alert(1)", "scheme"],
    ["ws://example.com", "scheme"],
    ...[22, 25, 5432, 6379, 8080].map((refused) => [`https://example.com:${refused}`, "port"]),
  ])("%j: %s", async (url = "", reason) => {
    const asked = holdConnections();
    await expect(guardedFetch(url, { allowHttp: true })).rejects.toMatchObject({ name: "OutboundRefused", reason });
    expect(asked).toEqual([]);
  });

  it("plain http, unless it was asked for", async () => {
    await expect(guardedFetch("http://93.184.215.14")).rejects.toMatchObject({ reason: "scheme" });
  });

  it("our own port on any name but our own", async () => {
    for (const name of ["localhost.", "other.localhost", "127.1", "[::1]", "localhost.example.com"])
      await expect(
        guardedFetch(`http://${name}:${port}`, { allowHttp: true }, { own: own.slice(0, 2) }),
      ).rejects.toMatchObject({
        reason: "port",
      });
    expect(hits).toEqual([]);
  });
});

describe("SSRF-02: what was checked is what is connected to", () => {
  it.each(["http", "https"])("asks for the name once, and keeps the %s socket to that answer", async (scheme) => {
    const asked = holdConnections();
    const resolve = vi
      .fn()
      .mockResolvedValueOnce(PUBLIC)
      .mockResolvedValue([{ address: "127.0.0.1", family: 4 }]);
    const hook = guardedFetch(`${scheme}://rebind.test/hook`, { allowHttp: true, timeoutMs: 50 }, { own: [], resolve });
    await expect(hook).rejects.toThrow(OutboundRefused);
    expect(resolve.mock.calls).toEqual([["rebind.test"]]);
    expect(asked).toHaveLength(1);
    for (const all of [true, false, true]) {
      const done = vi.fn();
      asked[0]?.lookup("rebind.test", { all }, done);
      expect(done.mock.calls).toEqual([all ? [null, PUBLIC] : [null, "93.184.215.14", 4]]);
    }
  });

  it.each([
    ["one private among public", [...PUBLIC, { address: "10.0.0.1", family: 4 }]],
    ["public IPv4 and loopback IPv6", [...PUBLIC, { address: "::1", family: 6 }]],
    ["a name of this machine", [{ address: "127.0.0.1", family: 4 }]],
    ["no particular host", [{ address: "0.0.0.0", family: 4 }]],
    ["what is no address", [{ address: "localhost", family: 4 }]],
  ])("refuses a name that stands for %s", async (_, addresses) => {
    const asked = holdConnections();
    const trust = { own: [], resolve: async () => addresses };
    await expect(guardedFetch("https://mixed.test", {}, trust)).rejects.toMatchObject({ reason: "address" });
    expect(asked).toEqual([]);
  });

  it("refuses a name that stands for nothing, and one whose answer never comes", async () => {
    const none = { own: [], resolve: async () => [] };
    await expect(guardedFetch("https://none.test", {}, none)).rejects.toMatchObject({ reason: "unresolved" });
    const silent = { own: [], resolve: () => new Promise<never>(() => undefined) };
    const asked = guardedFetch("https://silent.test", { timeoutMs: 20 }, silent);
    await expect(asked).rejects.toMatchObject({ reason: "timed_out", mayHaveArrived: false });
  });
});

describe("SSRF-03: no redirect is followed", () => {
  it.each([
    [301, "/elsewhere"],
    [302, "http://127.0.0.1/"],
    [303, "//127.0.0.1"],
    [307, "http://169.254.169.254/"],
    [308, "https://example.com"],
  ])("%i to %s", async (status, location) => {
    answer = (_, response) => response.writeHead(status, { location }).end();
    const asked = guardedFetch(`http://localhost:${port}/a`, { body: "{}" }, { own });
    await expect(asked).rejects.toMatchObject({ reason: "redirect", mayHaveArrived: true });
    expect(hits).toHaveLength(1);
  });
});

describe("our own origins", () => {
  it("are reached on this machine under their own name", async () => {
    const told = await guardedFetch(
      `http://shop.localhost:${port}/orders?x=1`,
      { headers: { host: "evil.test", "X-A": "1" } },
      { own },
    );
    expect(told).toMatchObject({ status: 200, body: Buffer.from("hello") });
    expect(hits[0]).toMatchObject({
      method: "GET",
      url: "/orders?x=1",
      headers: { host: `shop.localhost:${port}`, "x-a": "1" },
    });
  });

  it("are those of PUBLIC_URL, its storefront and files, and the sandbox's graph", async () => {
    const own = { PORT: String(port), PUBLIC_URL: `http://localhost:${port}`, GRAPH_BASE_URL: "" };
    const settings = readSettings({ ...process.env, ...own });
    const environment = await import("./env");
    vi.spyOn(environment, "env").mockReturnValue(settings);
    for (const host of ["localhost", "shop.localhost", "files.localhost", "127.0.0.1"])
      await expect(guardedFetch(`http://${host}:${port}`)).resolves.toMatchObject({ status: 200 });
    await expect(guardedFetch(`http://evil.localhost:${port}`)).rejects.toMatchObject({ reason: "scheme" });
  });
});

it("an origin of the settings is reached in a private network, and no other there", async () => {
  const asked = holdConnections();
  const trust = { configured: ["http://minio:9000"], resolve: async () => [{ address: "10.0.0.5", family: 4 }] };
  await expect(guardedFetch("http://minio:9000/florist/a", { timeoutMs: 50 }, trust)).rejects.toThrow(OutboundRefused);
  for (const other of ["http://minio:9001/florist/a", "https://minio:9000/a", "https://other.test/a"])
    await expect(guardedFetch(other, {}, trust)).rejects.toThrow(OutboundRefused);
  expect(asked).toMatchObject([{ host: "minio", port: 9000 }]);
});

describe("an answer", () => {
  it("with an error status is an answer", async () => {
    answer = (request, response) => request.pipe(response.writeHead(503));
    const told = await guardedFetch(`http://localhost:${port}`, { body: "été" }, { own });
    expect(told).toMatchObject({ status: 503, body: Buffer.from("été") });
    expect(hits[0]?.method).toBe("POST");
  });

  it.each([
    ["declared", { "content-length": "2000" }],
    ["undeclared", {}],
  ])("over the limit, %s, is refused", async (_, headers) => {
    answer = (_request, response) => response.writeHead(200, headers).end("x".repeat(2000));
    const asked = guardedFetch(`http://localhost:${port}`, { maxBytes: 1999 }, { own });
    await expect(asked).rejects.toMatchObject({ reason: "too_large", mayHaveArrived: true });
    await expect(guardedFetch(`http://localhost:${port}`, { maxBytes: 2000 }, { own })).resolves.toMatchObject({
      status: 200,
    });
  });

  it("that does not come, or not to its end, is given up in time, and may have been acted on", async () => {
    for (const slow of [() => undefined, ((_, response) => response.writeHead(200).write("drip")) as RequestListener]) {
      answer = slow;
      const asked = guardedFetch(`http://localhost:${port}`, { timeoutMs: 50 }, { own });
      await expect(asked).rejects.toMatchObject({ reason: "timed_out", mayHaveArrived: true });
    }
  });

  it("that breaks off is refused", async () => {
    answer = (_, response) => response.writeHead(200, { "content-length": 9 }).write("half", () => response.destroy());
    await expect(guardedFetch(`http://localhost:${port}`, {}, { own })).rejects.toMatchObject({
      reason: "unreachable",
    });
  });

  it("nobody gives is refused, and nothing can have arrived", async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port: gone } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const asked = guardedFetch(`http://localhost:${gone}`, {}, { own: [`http://localhost:${gone}`] });
    await expect(asked).rejects.toMatchObject({ reason: "unreachable", mayHaveArrived: false });
  });
});
