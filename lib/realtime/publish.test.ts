import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { presenceChannel, shopChannel } from "./channels";
import { APP, connected, joined, newClient, next, startHub } from "./hub/test-hub";

const settings = vi.hoisted(() => ({ port: 0 }));
vi.mock("#lib/core/env", () => ({
  env: () => ({
    PUSHER: {
      appId: APP.id,
      key: APP.key,
      secret: APP.secret,
      host: "127.0.0.1",
      port: settings.port,
      useTLS: false,
      hosted: false,
    },
  }),
}));

const id = "01934a5e-7c1b-7d2e-9f00-0123456789ab";
const room = shopChannel(id);

/** The publishing functions, with a client of their own for this hub. */
async function publishing(port: number) {
  settings.port = port;
  vi.resetModules();
  return import("./publish");
}

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

beforeEach(() => {
  settings.port = 0;
});

describe("publishing", () => {
  it("reaches the browsers in the channel, whatever the text", async () => {
    const { port } = await startHub();
    const { publish } = await publishing(port);
    const channel = await joined(await connected(newClient(port)), room);
    const heard = next(channel, "contact.changed");
    await publish(room, "contact.changed", { contactId: id, note: "Ça va ? 🌷\u2028" });
    expect(await heard).toEqual({ contactId: id, note: "Ça va ? 🌷\u2028" });
    const empty = next(channel, "team.changed");
    await publish(room, "team.changed", undefined);
    expect(await empty).toBeNull();
  });

  it("sends a batch of any length in order, and leaves the caller's items as they were", async () => {
    const { port } = await startHub();
    const { publishBatch } = await publishing(port);
    const channel = await joined(await connected(newClient(port)), room);
    const heard: unknown[] = [];
    channel.bind("step", (data: unknown) => heard.push(data));
    const last = next(channel, "last");
    const items = Array.from({ length: 23 }, (_, n) => ({ channel: room, event: "step", data: { n } }));
    await publishBatch([...items, { channel: room, event: "last", data: {} }]);
    await last;
    expect(heard).toEqual(items.map((item) => item.data));
    await publishBatch([]);
  });

  it("RT-06: refuses data over 10,240 bytes before sending anything, counted in bytes", async () => {
    const { port } = await startHub();
    const { publish, publishBatch } = await publishing(port);
    await publish(room, "message.stored", "é".repeat(5_119));
    await expect(publish(room, "message.stored", "é".repeat(5_120))).rejects.toThrow(
      "message.stored has 10242 bytes, 10240 is the most",
    );
    const large = { channel: room, event: "large", data: "x".repeat(20_000) };
    await expect(publishBatch([{ channel: room, event: "a", data: {} }, large])).rejects.toThrow(
      "large has 20002 bytes",
    );
  });

  it("says plainly that nobody took the event, without the signature or the secret", async () => {
    const { port, stop } = await startHub();
    const { publish } = await publishing(port);
    await stop();
    const refused: Error = await publish(room, "x", {}).then(
      () => expect.fail(),
      (error) => error,
    );
    expect(refused).toBeInstanceOf(Error);
    expect(refused.message).toBe("Live updates: x failed (ECONNREFUSED).");
    expect(JSON.stringify(Object.entries(refused))).not.toMatch(/signature|secret/);

    const wrong = await startHub({ apps: [{ ...APP, secret: "another secret" }] });
    const other = await publishing(wrong.port);
    await expect(other.publish(room, "x", {})).rejects.toThrow("Live updates: x failed (status 401).");
    await expect(other.publish("not a channel", "x", {})).rejects.toThrow("Invalid channel name");
  });

  it("gives up on a hub that does not answer within 3 s", async () => {
    const silent = createServer(() => undefined);
    const { publish } = await publishing(await listen(silent));
    await expect(publish(room, "x", {})).rejects.toThrow("Live updates: x failed (aborted).");
  });

  it("asks once more when the connection was lost, and only once", async () => {
    let requests = 0;
    let failures = 1;
    const flaky = createServer((request, response) => {
      requests += 1;
      if (requests <= failures) request.socket.destroy();
      else response.end("{}");
    });
    const { publish } = await publishing(await listen(flaky));
    await publish(room, "x", {});
    expect(requests).toBe(2);
    failures = 10;
    await expect(publish(room, "x", {})).rejects.toThrow("Live updates: x failed (ECONNRESET).");
    expect(requests).toBe(4);
  });

  it("tells who is there and ends a person's connections", async () => {
    const { port } = await startHub();
    const { channelUsers, endUserConnections } = await publishing(port);
    const client = newClient(port, { id: "person-1" });
    client.signin();
    await connected(client);
    await joined(client, presenceChannel(id));
    await client.user.signinDonePromise;
    expect(await channelUsers(presenceChannel(id))).toEqual(["person-1"]);
    const ended = next(client.connection, "disconnected");
    await endUserConnections("person-1");
    await ended;
    expect(await channelUsers(presenceChannel(id))).toEqual([]);
    await expect(channelUsers(room)).rejects.toThrow("status 400");
  });
});
