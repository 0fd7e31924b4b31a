import { describe, expect, it } from "vitest";
import { APP, connected, newClient, next, publisherTo, startHub } from "./test-hub";
import { greetedSocket, openSocket } from "./test-socket";

const path = (query: string, key: string = APP.key) => `/app/${key}?${query}`;

describe("connections", () => {
  it("greets with a socket id and the activity timeout", async () => {
    const { port } = await startHub({ activityTimeout: 33 });
    const { data } = await openSocket(port).take("pusher:connection_established");
    expect(data).toEqual({ socket_id: expect.stringMatching(/^\d+\.\d+$/), activity_timeout: 33 });
  });

  it.each([
    ["an unknown app", path("protocol=7", "other-key"), 4001],
    ["a path with more than a key", `/app/${APP.key}/more?protocol=7`, 4005],
    ["a protocol that is no number", path("protocol=seven"), 4006],
    ["another protocol", path("protocol=5"), 4007],
    ["no protocol", path("client=js"), 4008],
  ])("closes %s with its own code", async (_, address, code) => {
    const { port, hub } = await startHub();
    expect(await openSocket(port, address).end()).toMatchObject({ code });
    expect(hub.stats().connections).toBe(0);
  });

  it("closes a disabled app with 4003, one over its quota with 4004 and a full hub with 4100", async () => {
    const apps = [
      APP,
      { ...APP, id: "b", key: "off", enabled: false },
      { ...APP, id: "c", key: "one", maxConnections: 1 },
    ];
    const { port } = await startHub({ apps, limits: { connections: 2 } });
    expect(await openSocket(port, path("protocol=7", "off")).end()).toMatchObject({ code: 4003 });
    await openSocket(port, path("protocol=7", "one")).take("pusher:connection_established");
    expect(await openSocket(port, path("protocol=7", "one")).end()).toMatchObject({ code: 4004 });
    await greetedSocket(port);
    expect(await openSocket(port).end()).toMatchObject({ code: 4100 });
  });

  it("answers a ping, and pings a silent client that then answers", async () => {
    const { port, hub } = await startHub({ activityTimeout: 0.05 });
    const { socket } = await greetedSocket(port);
    await socket.settled();
    for (let round = 0; round < 3; round += 1) {
      await socket.take("pusher:ping");
      socket.send({ event: "pusher:pong", data: {} });
    }
    expect(hub.stats().connections).toBe(1);
  });

  it("keeps pusher-js alive through its own pings and the hub's", async () => {
    const { port } = await startHub({ activityTimeout: 0.1, limits: { pongTimeout: 5_000 } });
    const client = await connected(newClient(port));
    const id = client.connection.socket_id;
    const pongs: string[] = [];
    await new Promise<void>((resolve) => {
      client.connection.bind("message", ({ event }: { event: string }) => {
        if (event === "pusher:pong" && pongs.push(event) === 3) resolve();
      });
    });
    expect(client.connection.socket_id).toBe(id);
    expect(client.connection.state).toBe("connected");
  });

  it("closes with 4201 a client that stops answering, with 4202 one that never spoke", async () => {
    const { port } = await startHub({ activityTimeout: 0.05, limits: { pongTimeout: 50 } });
    const { socket: spoke } = await greetedSocket(port);
    spoke.send({ event: "pusher:ping", data: {} });
    await spoke.take("pusher:pong");
    const { socket: mute } = await greetedSocket(port);
    expect(await spoke.end()).toMatchObject({ code: 4201 });
    expect(await mute.end()).toMatchObject({ code: 4202 });
  });

  it("closes with 4100 a client that does not read, and goes on serving the others", async () => {
    const { port, publisher, hub } = await startHub({ limits: { bufferedBytes: 64 * 1024 } });
    const { socket: slow } = await greetedSocket(port);
    const { socket: quick } = await greetedSocket(port);
    for (const socket of [slow, quick]) {
      socket.send({ event: "pusher:subscribe", data: { channel: "news" } });
      await socket.take("pusher_internal:subscription_succeeded");
    }
    slow.socket.pause();
    const data = { text: "x".repeat(10_000) };
    for (let sent = 0; hub.stats().connections === 2; sent += 1) {
      await publisher.triggerBatch(Array.from({ length: 10 }, () => ({ channel: "news", name: "bulk", data })));
      await quick.settled();
      expect(sent).toBeLessThan(5_000);
    }
    expect(hub.stats()).toEqual({ connections: 1, channels: 1 });
    slow.socket.resume();
    expect(await slow.end()).toMatchObject({ code: 4100 });
    quick.frames.length = 0;
    await publisher.trigger("news", "after", {});
    await quick.take("after");
  });

  it("closes with 4100 a client that floods", async () => {
    const { port } = await startHub({ limits: { frameBurst: 20, framesPerSecond: 1 } });
    const { socket } = await greetedSocket(port);
    for (let i = 0; i < 30; i += 1) socket.send({ event: "pusher:ping", data: {} });
    expect(await socket.end()).toMatchObject({ code: 4100 });
  });

  it("sends everyone away with 4200 when it closes, and takes nobody new", async () => {
    const { port, hub } = await startHub();
    const { socket } = await greetedSocket(port);
    await Promise.all([hub.close(), socket.end()]);
    expect(socket.closed).toMatchObject({ code: 4200 });
    expect(hub.stats()).toEqual({ connections: 0, channels: 0 });
    const late = openSocket(port);
    expect(await late.end()).toMatchObject({ code: 1006 });
  });
});

describe("people", () => {
  it("signs in, hears what is sent to the person, and is ended for good with 4009", async () => {
    const { port, publisher } = await startHub();
    const tabs = [newClient(port, { id: "person-1" }), newClient(port, { id: "person-1" })];
    const other = newClient(port, { id: "person-2" });
    await Promise.all(
      [...tabs, other].map(async (client) => {
        client.signin();
        await connected(client);
        await client.user.signinDonePromise;
        if (!client.user.serverToUserChannel.subscribed)
          await next(client.user.serverToUserChannel, "pusher:subscription_succeeded");
      }),
    );
    const heard = tabs.map((client) => next(client.user, "session.notice"));
    await publisher.sendToUser("person-1", "session.notice", { text: "hello" });
    expect(await Promise.all(heard)).toEqual([{ text: "hello" }, { text: "hello" }]);

    const codes = tabs.map((client) => next<{ error: { data: { code: number } } }>(client.connection, "error"));
    const ended = tabs.map((client) => next(client.connection, "disconnected"));
    await publisher.terminateUserConnections("person-1");
    await Promise.all(ended);
    expect((await Promise.all(codes)).map((error) => JSON.stringify(error))).toEqual(
      Array(2).fill(expect.stringContaining("4009")),
    );
    expect(other.connection.state).toBe("connected");
  });

  it.each([
    ["a wrong signature", { auth: `${APP.key}:${"0".repeat(64)}`, user_data: '{"id":"lea"}' }],
    ["no id", { auth: `${APP.key}:${"0".repeat(64)}`, user_data: "{}" }],
    ["no JSON", { auth: "", user_data: "lea" }],
    ["no data", {}],
  ])("refuses a sign-in with %s: 4009", async (_, data) => {
    const { port } = await startHub();
    const { socket } = await greetedSocket(port);
    socket.send({ event: "pusher:signin", data });
    expect(await socket.end()).toMatchObject({ code: 4009 });
  });

  it("refuses a second person on one socket, and a signature made for another socket", async () => {
    const { port } = await startHub();
    const signer = publisherTo(port);
    const { socket, id } = await greetedSocket(port);
    socket.send({ event: "pusher:signin", data: signer.authenticateUser(id, { id: "lea" }) });
    await socket.take("pusher:signin_success");
    socket.send({ event: "pusher:signin", data: signer.authenticateUser(id, { id: "tom" }) });
    expect(await socket.end()).toMatchObject({ code: 4009 });

    const { socket: second } = await greetedSocket(port);
    second.send({ event: "pusher:signin", data: signer.authenticateUser(id, { id: "lea" }) });
    expect(await second.end()).toMatchObject({ code: 4009 });
  });
});
