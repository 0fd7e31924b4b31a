import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { APP, publisherTo, startHub } from "./test-hub";
import { greetedSocket, openSocket, type TestSocket } from "./test-socket";

const subscribe = (socket: TestSocket, data: object) => socket.send({ event: "pusher:subscribe", data });

/** Sends raw bytes and reads until the other side hangs up. */
function rawRequest(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.setEncoding("utf8");
    socket.on("data", (part: string) => {
      answer += part;
    });
    socket.on("end", () => socket.end());
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

describe("channel authorisation", () => {
  it("RT-01: a name that is not one is refused whole, and joins nothing", async () => {
    const { port, hub } = await startHub();
    const { socket, id } = await greetedSocket(port);
    const sign = (channel: string) => publisherTo(port).authorizeChannel(id, channel).auth;
    const names = [
      "private-shop-A:evil",
      "private-shop-A\n",
      "private-shop-A/../B",
      "private-shop-A\u0000",
      "private shop",
      "",
      "a".repeat(201),
      `private-${"a".repeat(300)}`,
      "##x",
    ];
    for (const channel of names) subscribe(socket, { channel, auth: sign("private-shop-A") });
    for (const channel of [["private-shop-A"], 7, null, { toString: "private-shop-A" }])
      subscribe(socket, { channel, auth: sign("private-shop-A") });
    await socket.settled();
    expect(socket.frames.map((frame) => frame.data)).toEqual(
      Array(names.length + 4).fill({ code: 4300, message: "Malformed subscription" }),
    );
    expect(hub.stats().channels).toBe(0);
  });

  it("RT-01: a signature holds for one socket, one channel, one person and one app", async () => {
    const { port, hub } = await startHub();
    const signer = publisherTo(port);
    const { socket, id } = await greetedSocket(port);
    const { id: otherId } = await greetedSocket(port);
    const presence = signer.authorizeChannel(id, "presence-room", { user_id: "lea" });
    const attempts = [
      { channel: "private-shop-A" },
      { channel: "private-shop-A", auth: "" },
      { channel: "private-shop-A", auth: signer.authorizeChannel(otherId, "private-shop-A").auth },
      { channel: "private-shop-A", auth: signer.authorizeChannel(id, "private-shop-B").auth },
      { channel: "private-shop-A", auth: signer.authorizeChannel(id, "private-shop-A").auth.toUpperCase() },
      {
        channel: "private-shop-A",
        auth: publisherTo(port, { secret: "wrong" }).authorizeChannel(id, "private-shop-A").auth,
      },
      {
        channel: "private-shop-A",
        auth: publisherTo(port, { key: "other" }).authorizeChannel(id, "private-shop-A").auth,
      },
      { channel: "presence-room", auth: presence.auth, channel_data: '{"user_id":"tom"}' },
      { channel: "presence-room", auth: presence.auth },
      { channel: "presence-room", auth: signer.authorizeChannel(id, "presence-room").auth },
      { channel: "#server-to-user-lea", auth: "" },
      { channel: "#server-to-user-lea", auth: presence.auth },
    ];
    for (const data of attempts) {
      subscribe(socket, data);
      const refused = await socket.take("pusher:subscription_error");
      expect(refused).toMatchObject({ channel: data.channel, data: { type: "AuthError", status: 401 } });
    }
    expect(hub.stats()).toEqual({ connections: 2, channels: 0 });
    subscribe(socket, { channel: "presence-room", ...presence });
    await socket.take("pusher_internal:subscription_succeeded");
  });

  it.each(["private-encrypted-a", "private-cache-a", "presence-cache-a", "cache-a"])(
    "says that %s is not supported",
    async (channel) => {
      const { port } = await startHub();
      const { socket, id } = await greetedSocket(port);
      subscribe(socket, { channel, auth: publisherTo(port).authorizeChannel(id, "private-a").auth });
      const { data } = await socket.take("pusher:subscription_error");
      expect(data).toEqual({
        type: "Unsupported",
        error: "Encrypted and cache channels are not supported",
        status: 501,
      });
    },
  );

  it("bounds the channels of a socket and the people of a channel", async () => {
    const { port } = await startHub({ limits: { channelsPerConnection: 2, membersPerChannel: 1 } });
    const signer = publisherTo(port);
    const { socket, id } = await greetedSocket(port);
    subscribe(socket, { channel: "a" });
    subscribe(socket, {
      channel: "presence-room",
      ...signer.authorizeChannel(id, "presence-room", { user_id: "lea" }),
    });
    subscribe(socket, { channel: "c" });
    expect(await socket.take("pusher:subscription_error")).toMatchObject({
      channel: "c",
      data: { type: "LimitReached" },
    });
    const { socket: second, id: secondId } = await greetedSocket(port);
    subscribe(second, {
      channel: "presence-room",
      ...signer.authorizeChannel(secondId, "presence-room", { user_id: "tom" }),
    });
    expect(await second.take("pusher:subscription_error")).toMatchObject({ data: { type: "LimitReached" } });
  });
});

describe("what a client may not do", () => {
  it("RT-04: client events and events of the server's names reach nobody", async () => {
    const { port } = await startHub({ limits: { frameBurst: 1_000 } });
    const signer = publisherTo(port);
    const [sender, reader] = await Promise.all([greetedSocket(port), greetedSocket(port)]);
    for (const { socket, id } of [sender, reader]) {
      subscribe(socket, { channel: "private-shop-1", auth: signer.authorizeChannel(id, "private-shop-1").auth });
      await socket.take("pusher_internal:subscription_succeeded");
    }
    const channel = "private-shop-1";
    for (let i = 0; i < 100; i += 1)
      sender.socket.send({ event: "client-typing", channel, data: { memberId: "someone else" } });
    sender.socket.send({ event: "client-message.stored", channel, data: { body: "x".repeat(90_000) } });
    sender.socket.send({ event: "message.stored", channel, data: { body: "forged" } });
    sender.socket.send({ event: "pusher_internal:member_added", channel, data: {} });
    await sender.socket.settled();
    const codes = sender.socket.frames.map((frame) => (frame.data as { code: number }).code);
    expect(codes).toEqual([...Array(101).fill(4301), 4300, 4300]);
    await reader.socket.settled();
    expect(reader.socket.frames).toEqual([]);
  });

  it("RT-07: frames that are not of the protocol get a number, never an object of ours", async () => {
    const { port, hub } = await startHub();
    const { socket: bystander } = await greetedSocket(port);
    const { socket } = await greetedSocket(port);
    const bad = [
      '{"event":"base"}',
      '{"event":"__proto__"}',
      '{"event":"constructor"}',
      '{"event":"toString","data":{"__proto__":{"admin":true}}}',
      '{"__proto__":{"event":"pusher:ping"}}',
      '{"event":"pusher:subscribe","data":"{}"}',
      '{"event":"pusher:subscribe","data":{"channel":"__proto__","extra":1}}',
      '{"event":"pusher:unsubscribe","data":{"channel":["a"]}}',
      '{"event":["pusher:ping"]}',
      '{"event":""}',
      `{"event":"${"e".repeat(201)}"}`,
      "not json",
      "",
      "null",
      "[]",
      "1e999",
      Buffer.from([0, 1, 2, 255]),
      Buffer.from('{"event":"pusher:ping"}'),
    ];
    for (const frame of bad) socket.send(frame);
    await socket.settled();
    expect(socket.frames).toHaveLength(bad.length);
    for (const { event, data } of socket.frames) {
      expect(event).toBe("pusher:error");
      expect(data).toEqual({
        code: 4300,
        message: expect.stringMatching(/^(Not understood|Malformed (un)?subscription)$/),
      });
    }
    subscribe(socket, { channel: "constructor" });
    await socket.take("pusher_internal:subscription_succeeded");
    await bystander.settled();
    expect(hub.stats()).toEqual({ connections: 2, channels: 1 });
  });

  it("RT-07: a frame of 1 MB closes its own socket only", async () => {
    const { port, hub } = await startHub();
    const { socket: bystander } = await greetedSocket(port);
    const { socket } = await greetedSocket(port);
    socket.send(JSON.stringify({ event: "pusher:ping", data: "x".repeat(1024 * 1024) }));
    expect(await socket.end()).toMatchObject({ code: 1009 });
    await bystander.settled();
    expect(hub.stats().connections).toBe(1);
  });
});

describe("handshakes", () => {
  it("RT-08: a strange origin gets a socket that may do nothing, or with a policy 403", async () => {
    const headers = { origin: "https://evil.test", cookie: "session=stolen" };
    const { port } = await startHub();
    const socket = openSocket(port, undefined, headers);
    await socket.take("pusher:connection_established");
    subscribe(socket, { channel: "private-shop-1" });
    expect(await socket.take("pusher:subscription_error")).toMatchObject({ data: { status: 401 } });

    const { port: strict } = await startHub({ allowOrigin: (origin) => origin === "https://shop.test" });
    expect(await openSocket(strict, undefined, headers).end()).toMatchObject({ code: 1006 });
    const upgrade = `GET /app/${APP.key}?protocol=7 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nOrigin: https://evil.test\r\n\r\n`;
    expect(await rawRequest(strict, upgrade)).toMatch(/^HTTP\/1\.1 403 /);
    await openSocket(strict, undefined, { origin: "https://shop.test" }).take("pusher:connection_established");
  });

  it("NEXT-03: an upgrade for an address elsewhere is refused and nothing is contacted", async () => {
    let hits = 0;
    const sentinel = createServer((_, response) => {
      hits += 1;
      response.end();
    });
    sentinel.on("connection", () => {
      hits += 1;
    });
    await new Promise<void>((resolve) => sentinel.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void sentinel.close());
    const own = (sentinel.address() as AddressInfo).port;
    const { port } = await startHub();
    const targets = [
      `http://127.0.0.1:${own}/`,
      `http://127.0.0.1:${own}/app/${APP.key}?protocol=7`,
      "http://127.0.0.1:5432/",
      "http://169.254.169.254/latest/meta-data/",
      `//127.0.0.1:${own}/app/${APP.key}`,
      "ws://127.0.0.1/",
      "*",
    ];
    for (const target of targets) {
      const head = `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;
      expect(await rawRequest(port, head)).toMatch(/^HTTP\/1\.1 (400|404) /);
    }
    expect(hits).toBe(0);
  });

  it("leaves other paths to the caller and refuses handshakes that are none", async () => {
    const { port } = await startHub();
    const head = (target: string) =>
      `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    expect(await rawRequest(port, head("/other"))).toMatch(/^HTTP\/1\.1 404 /);
    expect(await rawRequest(port, head("/appx/y"))).toMatch(/^HTTP\/1\.1 404 /);
    expect(await rawRequest(port, head(`/app/${APP.key}?protocol=7`))).toMatch(/^HTTP\/1\.1 400 /);
  });
});
