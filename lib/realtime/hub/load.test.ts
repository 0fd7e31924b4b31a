import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connected, joined, newClient, next, publisherTo, startHub } from "./test-hub";
import { greetedSocket, openSocket } from "./test-socket";

const SOCKETS = 500;

const json = fc.json({ maxDepth: 3 });
const eventName = fc.oneof(
  fc.constantFrom(
    "pusher:subscribe",
    "pusher:unsubscribe",
    "pusher:signin",
    "pusher:ping",
    "pusher:pong",
    "client-x",
    "__proto__",
    "constructor",
  ),
  fc.string(),
);
const nearlyRight = fc.record(
  {
    event: fc.oneof(eventName, fc.anything()),
    channel: fc.oneof(fc.string(), fc.anything()),
    data: fc.oneof(
      fc.record(
        {
          channel: fc.oneof(fc.constantFrom("a", "private-a", "presence-a", "#server-to-user-a"), fc.string()),
          auth: fc.string(),
          channel_data: json,
        },
        { requiredKeys: [] },
      ),
      fc.record({ auth: fc.string(), user_data: json }, { requiredKeys: [] }),
      fc.anything(),
    ),
  },
  { requiredKeys: [] },
);
const frames = fc.oneof(
  nearlyRight.map(
    (value) => JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? String(inner) : inner)) ?? "",
  ),
  json,
  fc.string({ maxLength: 2_000 }),
  fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
);

describe("the hub under strain", () => {
  it("reaches 500 sockets, each once and in order", async () => {
    const { port, publisher, hub } = await startHub();
    const sockets = await Promise.all(Array.from({ length: SOCKETS }, () => greetedSocket(port)));
    await Promise.all(
      sockets.map(async ({ socket, id }) => {
        socket.send({
          event: "pusher:subscribe",
          data: { channel: "private-shop-1", ...publisher.authorizeChannel(id, "private-shop-1") },
        });
        await socket.take("pusher_internal:subscription_succeeded");
      }),
    );
    expect(hub.stats()).toEqual({ connections: SOCKETS, channels: 1 });
    for (let n = 0; n < 10; n += 1) await publisher.trigger("private-shop-1", "changed", { n });
    await publisher.trigger("private-shop-1", "last", {});
    await Promise.all(sockets.map(({ socket }) => socket.take("last")));
    const expected = Array.from({ length: 10 }, (_, n) => ({
      event: "changed",
      channel: "private-shop-1",
      data: { n },
    }));
    for (const { socket } of sockets) expect(socket.frames).toEqual(expected);
  });

  it("the same publisher code works against a second hub on another port", async () => {
    const hubs = await Promise.all([startHub(), startHub()]);
    const channels = await Promise.all(
      hubs.map(async ({ port }) => joined(await connected(newClient(port)), "private-a")),
    );
    for (const [at, { port }] of hubs.entries()) {
      const strays: string[] = [];
      const [here, there] = at === 0 ? channels : [...channels].reverse();
      if (!here || !there) throw new Error("there are two hubs");
      there.bind_global((name: string) => strays.push(name));
      const heard = next(here, "changed");
      await publisherTo(port).trigger("private-a", "changed", { at });
      expect(await heard).toEqual({ at });
      expect(strays).toEqual([]);
      there.unbind_global();
    }
  });

  it("RT-07: no run of random frames crashes it or disturbs another socket", async () => {
    const { port, publisher, hub } = await startHub({ limits: { frameBurst: 1_000 } });
    const { socket: bystander, id } = await greetedSocket(port);
    bystander.send({
      event: "pusher:subscribe",
      data: { channel: "private-a", ...publisher.authorizeChannel(id, "private-a") },
    });
    await bystander.take("pusher_internal:subscription_succeeded");
    await fc.assert(
      fc.asyncProperty(fc.array(frames, { minLength: 1, maxLength: 30 }), async (run) => {
        const socket = openSocket(port);
        await socket.take("pusher:connection_established");
        for (const frame of run) socket.send(frame);
        await socket.settled();
        for (const { event, data } of socket.frames) {
          if (event === "pusher:error") expect(Object.keys(data as object)).toEqual(["code", "message"]);
        }
        if (socket.closed) expect(socket.closed.code).toBe(4009);
        socket.socket.terminate();
        await socket.end();
        await bystander.settled();
        expect(bystander.closed).toBeNull();
        expect(bystander.frames).toEqual([]);
      }),
      { numRuns: 200 },
    );
    await publisher.trigger("private-a", "after", {});
    await bystander.take("after");
    expect(hub.stats().connections).toBeGreaterThanOrEqual(1);
  });
});
