import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { followChannel, type LiveOptions } from "#lib/widget/chat/pusher-frames";
import { APP, publisherTo, startHub } from "./test-hub";

const channel = "private-visitor-1";

let opened = 0;
let sent: string[] = [];

class WatchedSocket extends WebSocket {
  constructor(url: string) {
    super(url);
    opened += 1;
  }

  override send(data: string) {
    sent.push(data);
    super.send(data);
  }
}

beforeEach(() => {
  opened = 0;
  sent = [];
  vi.stubGlobal("WebSocket", WatchedSocket);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** The storefront chat's own client, and what it tells the chat. */
function follow(port: number, options: Partial<LiveOptions> = {}) {
  const heard: [string, unknown][] = [];
  const states: string[] = [];
  let resyncs = 0;
  const feed = followChannel({
    url: `ws://127.0.0.1:${port}/app/${APP.key}?protocol=7&client=comptoir&version=1`,
    channel,
    authorise: async (socketId, name) => publisherTo(port).authorizeChannel(socketId, name).auth,
    onEvent: (event, payload) => heard.push([event, payload]),
    onState: (state) => states.push(state),
    onResync: () => {
      resyncs += 1;
    },
    ...options,
  });
  onTestFinished(() => feed.close());
  const joined = (times: number) => vi.waitFor(() => expect(resyncs).toBe(times), { timeout: 10_000 });
  return { feed, heard, states, joined };
}

describe("the storefront chat, against the hub", () => {
  it("joins the visitor's channel, asks for what it missed, and hears what is published", async () => {
    const { port, publisher } = await startHub();
    const { heard, states, joined } = follow(port);
    await joined(1);
    await publisher.trigger(channel, "seen", { memberReadSeq: 3, name: "Léa" });
    await vi.waitFor(() => expect(heard).toEqual([["seen", { memberReadSeq: 3, name: "Léa" }]]));
    expect(states).toEqual(["connecting", "connected"]);
  });

  it("comes back after the hub restarts, and asks again", async () => {
    const first = await startHub();
    const { heard, states, joined } = follow(first.port);
    await joined(1);
    await first.stop();
    await vi.waitFor(() => expect(states.at(-1)).toBe("lost"));
    const { publisher } = await startHub({}, first.port);
    await joined(2);
    await publisher.trigger(channel, "typing", { name: "Léa" });
    await vi.waitFor(() => expect(heard).toEqual([["typing", { name: "Léa" }]]));
  });

  it("asks whether the hub is there when it has been silent", async () => {
    const { hub, port } = await startHub({ activityTimeout: 1 });
    const { states, joined } = follow(port);
    await joined(1);
    await vi.waitFor(
      () => expect(sent.filter((frame) => frame.includes("pusher:ping")).length).toBeGreaterThan(1),
      5_000,
    );
    expect(states).toEqual(["connecting", "connected"]);
    expect(hub.stats().connections).toBe(1);
  });

  it("tries again when its subscription was not signed", async () => {
    const { port } = await startHub();
    let refusals = 1;
    const { states, joined } = follow(port, {
      authorise: async (socketId, name) =>
        refusals-- > 0 ? null : publisherTo(port).authorizeChannel(socketId, name).auth,
    });
    await joined(1);
    expect(states).toEqual(["connecting", "lost", "connected"]);
  });

  it("gives up on an app that does not exist", async () => {
    const { port } = await startHub();
    const { feed, states } = follow(port, { url: `ws://127.0.0.1:${port}/app/other?protocol=7` });
    await vi.waitFor(() => expect(states).toEqual(["connecting", "lost"]));
    feed.hurry();
    expect(opened).toBe(1);
  });
});

it("hears the server's own events of its own channel, and nothing else that is sent", async () => {
  const frame = (event: string, data: unknown, name?: string) =>
    JSON.stringify({ event, data: JSON.stringify(data), ...(name && { channel: name }) });
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => void server.close());
  server.on("connection", (socket) => {
    socket.send(frame("pusher:connection_established", { socket_id: "1.1", activity_timeout: 120 }));
    socket.on("message", () => {
      socket.send(frame("pusher_internal:subscription_succeeded", {}, channel));
      for (const raw of ["{", "[]", "null", '{"event":1}', '{"event":"__proto__"}']) socket.send(raw);
      socket.send(frame("client-typing", { name: "Mallory" }, channel));
      socket.send(frame("seen", { memberReadSeq: 9 }, "private-visitor-2"));
      socket.send(Buffer.from("seen"));
      socket.send(frame("seen", { memberReadSeq: 1 }, channel));
    });
  });
  await new Promise((resolve) => server.once("listening", resolve));
  const { heard, joined } = follow((server.address() as AddressInfo).port, { authorise: async () => "key:signature" });
  await joined(1);
  await vi.waitFor(() => expect(heard).toEqual([["seen", { memberReadSeq: 1 }]]));
});
