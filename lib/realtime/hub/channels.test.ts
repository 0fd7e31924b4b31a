import type { Members } from "pusher-js";
import { describe, expect, it } from "vitest";
import { connected, joined, newClient, next, startHub } from "./test-hub";

describe("channels, as pusher-js and the pusher package see them", () => {
  it("delivers an event on a public channel, as it was sent", async () => {
    const { port, publisher } = await startHub();
    const channel = await joined(await connected(newClient(port)), "news");
    const heard = next(channel, "price.changed");
    await publisher.trigger("news", "price.changed", { amount: 1250, note: "prêt à partir 🌷" });
    expect(await heard).toEqual({ amount: 1250, note: "prêt à partir 🌷" });
  });

  it("delivers on a private channel that was authorised, and to nobody else", async () => {
    const { port, publisher } = await startHub();
    const [inside, outside] = await Promise.all([connected(newClient(port)), connected(newClient(port))]);
    const channel = await joined(inside, "private-shop-1");
    const other = await joined(outside, "private-shop-2");
    const strays: unknown[] = [];
    other.bind_global((name: string) => strays.push(name));
    const heard = next(channel, "counts.changed");
    await publisher.trigger("private-shop-1", "counts.changed", { open: 3 });
    expect(await heard).toEqual({ open: 3 });
    const own = next(other, "last");
    await publisher.trigger("private-shop-2", "last", {});
    await own;
    expect(strays).toEqual(["last"]);
  });

  it("stops delivering after unsubscribe", async () => {
    const { hub, port, publisher } = await startHub();
    const client = await connected(newClient(port));
    await joined(client, "private-a");
    const kept = await joined(client, "private-b");
    client.unsubscribe("private-a");
    await joined(client, "private-c");
    expect(hub.stats()).toEqual({ connections: 1, channels: 2 });
    const events: string[] = [];
    client.bind_global((name: string) => events.push(name));
    const heard = next(kept, "two");
    await publisher.trigger("private-a", "one", {});
    await publisher.trigger("private-b", "two", {});
    await heard;
    expect(events).toEqual(["two"]);
  });

  it("tells a presence channel who is there: ids, info and number", async () => {
    const { port } = await startHub();
    const lea = await connected(newClient(port, { id: "lea", info: { name: "Léa" } }));
    const karim = await connected(newClient(port, { id: "karim", info: { name: "Karim" } }));
    const first = await joined(lea, "presence-conversation-1");
    const added = next(first, "pusher:member_added");
    const second = karim.subscribe("presence-conversation-1");
    const members = await next<Members>(second, "pusher:subscription_succeeded");
    expect(await added).toEqual({ id: "karim", info: { name: "Karim" } });
    expect(members.count).toBe(2);
    expect(members.members).toEqual({ lea: { name: "Léa" }, karim: { name: "Karim" } });
    expect(members.me).toEqual({ id: "karim", info: { name: "Karim" } });
    const removed = next(first, "pusher:member_removed");
    karim.disconnect();
    expect(await removed).toEqual({ id: "karim", info: { name: "Karim" } });
  });

  it("announces a person once, however many tabs she has open", async () => {
    const { port, publisher } = await startHub();
    const watcher = await joined(await connected(newClient(port, { id: "lea" })), "presence-room");
    const events: string[] = [];
    watcher.bind_global((name: string) => events.push(name));
    const [one, two] = await Promise.all([
      connected(newClient(port, { id: "tom" })),
      connected(newClient(port, { id: "tom" })),
    ]);
    const added = next(watcher, "pusher:member_added");
    await Promise.all([joined(one, "presence-room"), joined(two, "presence-room")]);
    await added;
    one.unsubscribe("presence-room");
    await joined(one, "presence-elsewhere");
    const marked = next(watcher, "marker");
    await publisher.trigger("presence-room", "marker", {});
    await marked;
    expect(events).toEqual(["pusher:member_added", "marker"]);
    const removed = next(watcher, "pusher:member_removed");
    two.disconnect();
    await removed;
  });

  it("lets a signed-in person into a presence channel without channel data", async () => {
    const { port, publisher } = await startHub();
    const client = newClient(port, { id: "lea" });
    client.config.channelAuthorizer = ({ socketId, channelName }, done) =>
      done(null, publisher.authorizeChannel(socketId, channelName));
    client.signin();
    await connected(client);
    const channel = client.subscribe("presence-room");
    const members = await next<Members>(channel, "pusher:subscription_succeeded");
    expect(members.me).toMatchObject({ id: "lea" });
  });

  it("takes pusher-js back into its channels after a lost connection", async () => {
    const { hub, port } = await startHub();
    const client = await connected(newClient(port));
    const channel = await joined(client, "private-shop-1");
    const before = client.connection.socket_id;
    const again = next(channel, "pusher:subscription_succeeded");
    client.connection.connection.transport.socket.close();
    await again;
    expect(client.connection.socket_id).not.toBe(before);
    expect(hub.stats()).toEqual({ connections: 1, channels: 1 });
  });
});
