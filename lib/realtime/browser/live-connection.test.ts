import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Client from "pusher-js";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { APP, publisherTo, startHub } from "../hub/test-hub";
import { LiveConnection } from "./live-connection";
import type { LiveState } from "./live-state";

type Answers = { channel: number[]; user: number[] };

/** Our server's two signing addresses. Each answers with the statuses listed for it, in turn, the last for good. */
async function signingServer(answers: Answers) {
  const signer = publisherTo(0);
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams((await request.toArray()).join(""));
    const [socketId = "", channel] = [form.get("socket_id") ?? "", form.get("channel_name")];
    const statuses = channel === null ? answers.user : answers.channel;
    const status = (statuses.length > 1 ? statuses.shift() : statuses[0]) ?? 200;
    const presence = channel?.startsWith("presence-") ? { user_id: "lea", user_info: { name: "Léa" } } : undefined;
    const auth =
      channel === null
        ? signer.authenticateUser(socketId, { id: "lea" })
        : signer.authorizeChannel(socketId, channel, presence);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(status === 200 ? auth : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function openLive(port: number, answers: Partial<Answers> = {}) {
  const given: Answers = { channel: [200], user: [200], ...answers };
  const base = await signingServer(given);
  const onSignedOut = vi.fn();
  const live = new LiveConnection(
    { key: APP.key, host: "127.0.0.1", port, tls: false },
    { channelAuth: `${base}/auth`, userAuth: `${base}/user-auth`, onSignedOut },
  );
  onTestFinished(() => live.stop());
  return { live, onSignedOut };
}

/** Resolves when the connection shows this state. */
function shows(live: LiveConnection, state: LiveState): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (live.state !== state) return;
      stop();
      resolve();
    };
    const stop = live.watchState(look);
    look();
  });
}

/** A listener that remembers, and that can be waited on. */
function listening(live: LiveConnection, name: string) {
  const events: [string, unknown][] = [];
  const joins: boolean[] = [];
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const watcher of [...watchers]) watcher();
  };
  const release = live.join(name, {
    event: (event, data) => {
      if (!event.startsWith("pusher:")) events.push([event, data]);
      changed();
    },
    joined: (again) => {
      joins.push(again);
      changed();
    },
  });
  const until = (done: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!done()) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });
  return { events, joins, release, until };
}

describe("the page's live connection", () => {
  it("joins what was asked for before it was loaded, once for all who listen", async () => {
    const { port, hub, publisher } = await startHub();
    const { live } = await openLive(port);
    const [one, two] = [listening(live, "private-a"), listening(live, "private-a")];
    expect(live.state).toBe("connecting");
    live.start(Client);
    await Promise.all([one, two].map((listener) => listener.until(() => listener.joins.length === 1)));
    expect(live.state).toBe("connected");
    const late = listening(live, "private-a");
    await late.until(() => late.joins.length === 1);
    await publisher.trigger("private-a", "changed", { version: 1 });
    for (const listener of [one, two, late]) {
      await listener.until(() => listener.events.length === 1);
      expect(listener).toMatchObject({ events: [["changed", { version: 1 }]], joins: [false] });
    }
    one.release();
    two.release();
    expect(hub.stats().channels).toBe(2);
    late.release();
    const other = listening(live, "private-b");
    await other.until(() => other.joins.length === 1);
    const { channels } = (await (await publisher.get({ path: "/channels" })).json()) as { channels: object };
    expect(Object.keys(channels)).toEqual(["private-b"]);
  });

  it("is offline while the server is away, and back in its channels soon after it returns", async () => {
    const { port, stop } = await startHub();
    const { live } = await openLive(port);
    const listener = listening(live, "private-a");
    live.start(Client);
    await listener.until(() => listener.joins.length === 1);
    const states: LiveState[] = [];
    live.watchState(() => states.push(live.state));
    expect(live.nextTry).toBeNull();
    await Promise.all([stop(), shows(live, "offline")]);
    await vi.waitFor(() => expect(live.nextTry).toBeGreaterThan(performance.now()));
    const { publisher } = await startHub({}, port);
    await listener.until(() => listener.joins.length === 2);
    expect(live.nextTry).toBeNull();
    await publisher.trigger("private-a", "changed", {});
    await listener.until(() => listener.events.length === 1);
    expect(listener.joins).toEqual([false, true]);
    expect(states).toEqual(["connecting", "offline", "connected"]);
  });

  it("comes back at once when it is woken", async () => {
    const { port, stop } = await startHub();
    const { live } = await openLive(port);
    live.start(Client);
    await shows(live, "connected");
    await Promise.all([stop(), shows(live, "offline")]);
    await startHub({}, port);
    live.wake();
    await shows(live, "connected");
  });

  it("asks again for a signature when our server had no answer", async () => {
    const { port } = await startHub();
    const { live, onSignedOut } = await openLive(port, { channel: [503, 429, 200], user: [500, 200] });
    const listener = listening(live, "presence-a");
    live.start(Client);
    await listener.until(() => listener.joins.length === 1);
    expect(onSignedOut).not.toHaveBeenCalled();
  });

  it("leaves a channel it was refused alone, while the session holds", async () => {
    const { port, hub } = await startHub();
    const { live, onSignedOut } = await openLive(port, { channel: [403, 200] });
    const [refused, allowed] = [listening(live, "private-a"), listening(live, "private-b")];
    live.start(Client);
    await Promise.race([
      refused.until(() => refused.joins.length === 1),
      allowed.until(() => allowed.joins.length === 1),
    ]);
    expect(hub.stats().connections).toBe(1);
    expect(onSignedOut).not.toHaveBeenCalled();
  });

  it("SESS-01: an ended person who is still welcome is back, with everything joined anew", async () => {
    const { port, hub, publisher } = await startHub();
    const { live, onSignedOut } = await openLive(port);
    const listener = listening(live, "private-a");
    live.start(Client);
    for (let round = 1; round <= 3; round += 1) {
      await listener.until(() => listener.joins.length === round);
      await vi.waitUntil(() => hub.stats().channels === 2);
      await publisher.terminateUserConnections("lea");
    }
    await listener.until(() => listener.joins.length === 4);
    expect(listener.joins).toEqual([false, true, true, true]);
    expect(onSignedOut).not.toHaveBeenCalled();
  });

  it.each([
    ["session", { user: [200, 401] }],
    ["session, forbidden", { user: [200, 403] }],
    ["channel", { channel: [200, 403] }],
  ])("SESS-01: an ended person whose %s is refused is sent to sign in", async (_, answers) => {
    const { port, hub, publisher } = await startHub();
    const { live, onSignedOut } = await openLive(port, answers);
    const listener = listening(live, "private-a");
    live.start(Client);
    await listener.until(() => listener.joins.length === 1);
    await vi.waitUntil(() => hub.stats().channels === 2);
    await publisher.terminateUserConnections("lea");
    await vi.waitUntil(() => onSignedOut.mock.calls.length > 0);
  });
});
