import { describe, expect, it } from "vitest";
import { APP, connected, joined, newClient, next, publisherTo, send, startHub } from "./test-hub";

const base = `/apps/${APP.id}`;

/** The path and query of a signed request, with what the test wants wrong about it. */
function signed(
  port: number,
  method: string,
  path: string,
  body: string | undefined,
  spoil: (query: string) => string = (query) => query,
) {
  const query = publisherTo(port).createSignedQueryString({
    method,
    path: base + path,
    ...(body ? { body: JSON.parse(body) && body } : {}),
  });
  return `${base}${path}?${spoil(query)}`;
}

function post(port: number, path: string, body: object | string, spoil?: (query: string) => string) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return send(port, "POST", signed(port, "POST", path, text, spoil), text);
}

describe("the HTTP API: events", () => {
  it("sends one event to many channels, but not to the socket it came from", async () => {
    const { port, publisher } = await startHub();
    const [sender, reader] = await Promise.all([connected(newClient(port)), connected(newClient(port))]);
    const [own, one] = await Promise.all([joined(sender, "private-a"), joined(reader, "private-a")]);
    const two = await joined(reader, "private-b");
    const echoes: string[] = [];
    own.bind_global((name: string) => echoes.push(name));
    const heard = [next(one, "changed"), next(two, "changed")];
    await publisher.trigger(
      ["private-a", "private-b", "private-empty"],
      "changed",
      { version: 2 },
      { socket_id: sender.connection.socket_id },
    );
    expect(await Promise.all(heard)).toEqual([{ version: 2 }, { version: 2 }]);
    const last = next(own, "last");
    await publisher.trigger("private-a", "last", {}, { socket_id: "1.1" });
    await last;
    expect(echoes).toEqual(["last"]);
  });

  it("sends a batch in the order given", async () => {
    const { port, publisher } = await startHub();
    const channel = await joined(await connected(newClient(port)), "private-a");
    const heard: unknown[] = [];
    channel.bind("step", (data: unknown) => heard.push(data));
    const last = next(channel, "last");
    const steps = Array.from({ length: 9 }, (_, n) => ({ channel: "private-a", name: "step", data: { n } }));
    await publisher.triggerBatch([...steps, { channel: "private-a", name: "last", data: {} }]);
    await last;
    expect(heard).toEqual(Array.from({ length: 9 }, (_, n) => ({ n })));
  });

  it("answers with the counts asked for", async () => {
    const { port, publisher } = await startHub();
    await joined(await connected(newClient(port)), "presence-room");
    const info = "subscription_count,user_count";
    const one = await publisher.trigger(["presence-room", "empty"], "x", {}, { info });
    expect(await one.json()).toEqual({
      channels: { "presence-room": { subscription_count: 1, user_count: 1 }, empty: { subscription_count: 0 } },
    });
    const many = await publisher.triggerBatch([
      { channel: "presence-room", name: "x", data: {}, info },
      { channel: "b", name: "x", data: {} },
    ]);
    expect(await many.json()).toEqual({ batch: [{ subscription_count: 1, user_count: 1 }, {}] });
  });

  it.each([
    ["no channel", { name: "x", data: "{}" }],
    ["two kinds of channel", { name: "x", data: "{}", channel: "a", channels: ["a"] }],
    ["too many channels", { name: "x", data: "{}", channels: Array.from({ length: 101 }, (_, n) => `c${n}`) }],
    ["a bad channel", { name: "x", data: "{}", channel: "a b" }],
    ["a name of the protocol's own", { name: "pusher:error", data: "{}", channel: "a" }],
    ["an internal name", { name: "pusher_internal:member_removed", data: "{}", channel: "presence-a" }],
    ["a name too long", { name: "x".repeat(201), data: "{}", channel: "a" }],
    ["data that is no text", { name: "x", data: {}, channel: "a" }],
    ["a bad socket id", { name: "x", data: "{}", channel: "a", socket_id: "1.1\n" }],
    ["unknown info", { name: "x", data: "{}", channel: "a", info: "secret" }],
    ["an unknown field", { name: "x", data: "{}", channel: "a", extra: 1 }],
    ["no object", []],
  ])("refuses an event with %s: 400", async (_, body) => {
    const { port } = await startHub();
    expect(await post(port, "/events", body)).toMatchObject({ status: 400, text: "Malformed event" });
  });

  it("refuses what is too large: data over 10 KB, more than 10 events, a huge body", async () => {
    const { port, publisher } = await startHub();
    const event = { name: "x", channel: "a" };
    expect(await post(port, "/events", { ...event, data: "é".repeat(5_120) })).toMatchObject({ status: 200 });
    expect(await post(port, "/events", { ...event, data: "é".repeat(5_121) })).toMatchObject({ status: 413 });
    await expect(publisher.trigger("a", "x", "y".repeat(10_241))).rejects.toMatchObject({ status: 413 });
    const batch = Array.from({ length: 11 }, () => ({ ...event, data: "{}" }));
    expect(await post(port, "/batch_events", { batch })).toMatchObject({ status: 400 });
    expect(await post(port, "/events", { ...event, data: "z".repeat(600_000) })).toMatchObject({ status: 413 });
  });
});

describe("the HTTP API: questions", () => {
  it("lists the occupied channels and who is in them", async () => {
    const { port, publisher } = await startHub();
    const lea = await connected(newClient(port, { id: "lea" }));
    const tom = await connected(newClient(port, { id: "tom" }));
    lea.signin();
    await Promise.all([joined(lea, "presence-a"), joined(tom, "presence-a"), joined(tom, "private-b")]);
    const get = async (path: string, params: Record<string, string> = {}) =>
      (await publisher.get({ path, params })).json();

    expect(await get("/channels")).toEqual({ channels: { "presence-a": {}, "private-b": {} } });
    expect(await get("/channels", { filter_by_prefix: "presence-", info: "user_count" })).toEqual({
      channels: { "presence-a": { user_count: 2 } },
    });
    expect(await get("/channels", { info: "subscription_count" })).toEqual({
      channels: { "presence-a": { subscription_count: 2 }, "private-b": { subscription_count: 1 } },
    });
    expect(await get("/channels/private-b", { info: "subscription_count" })).toEqual({
      occupied: true,
      subscription_count: 1,
    });
    expect(await get("/channels/presence-a", { info: "user_count,subscription_count" })).toEqual({
      occupied: true,
      user_count: 2,
      subscription_count: 2,
    });
    expect(await get("/channels/nobody")).toEqual({ occupied: false });
    expect(await get("/channels/presence-a/users")).toEqual({ users: [{ id: "lea" }, { id: "tom" }] });
    expect(await get("/channels/presence-empty/users")).toEqual({ users: [] });
    await expect(publisher.get({ path: "/channels", params: { info: "user_count" } })).rejects.toMatchObject({
      status: 400,
    });
    await expect(publisher.get({ path: "/channels/private-b", params: { info: "user_count" } })).rejects.toMatchObject({
      status: 400,
    });
    await expect(publisher.get({ path: "/channels/private-b/users" })).rejects.toMatchObject({ status: 400 });
    await expect(publisher.get({ path: "/channels/a%20b" })).rejects.toMatchObject({ status: 404 });
    await expect(publisher.get({ path: "/secrets" })).rejects.toMatchObject({ status: 404 });
  });
});

describe("the HTTP API: signatures", () => {
  const body = { name: "x", channel: "a", data: "{}" };

  it.each([
    [
      "a wrong signature",
      (query: string) => query.replace(/auth_signature=../, "auth_signature=00"),
      "auth_signature is wrong",
    ],
    ["no signature", (query: string) => query.replace(/&auth_signature=.*/, ""), "auth_signature is wrong"],
    ["a parameter added", (query: string) => `${query}&info=user_count`, "auth_signature is wrong"],
    ["a parameter twice", (query: string) => `${query}&auth_key=${APP.key}`, "A parameter is given twice"],
    [
      "another version",
      (query: string) => query.replace("auth_version=1.0", "auth_version=2.0"),
      "auth_version must be 1.0",
    ],
    ["another key", (query: string) => query.replace(APP.key, "other-key"), "auth_key is not of this app"],
    [
      "no time",
      (query: string) => query.replace(/auth_timestamp=\d+/, "auth_timestamp=x"),
      "auth_timestamp must be in seconds",
    ],
    [
      "an old time",
      (query: string) => query.replace(/auth_timestamp=(\d+)/, (_, at) => `auth_timestamp=${Number(at) - 601}`),
      "auth_timestamp is more than 600 s away from the server's time",
    ],
    [
      "a time to come",
      (query: string) => query.replace(/auth_timestamp=(\d+)/, (_, at) => `auth_timestamp=${Number(at) + 601}`),
      "auth_timestamp is more than 600 s away from the server's time",
    ],
    ["nothing at all", () => "", "auth_version must be 1.0"],
  ])("refuses %s: 401 and a sentence", async (_, spoil, sentence) => {
    const { port } = await startHub();
    const answer = await post(port, "/events", body, spoil);
    expect(answer).toMatchObject({ status: 401, text: sentence });
    expect(answer.headers["content-type"]).toMatch(/^text\/plain/);
    expect(answer.text).not.toContain(APP.secret);
  });

  it("refuses another body than the one signed, a signature for another path or method, and another app's", async () => {
    const { port } = await startHub({ apps: [APP, { id: "b", key: "key-b", secret: "secret b" }] });
    const text = JSON.stringify(body);
    const path = signed(port, "POST", "/events", text);
    expect(await send(port, "POST", path, text)).toMatchObject({ status: 200, text: "{}" });
    expect(await send(port, "POST", path, text.replace('"x"', '"y"'))).toMatchObject({
      status: 401,
      text: "body_md5 is not that of the body",
    });
    expect(await send(port, "POST", path, "")).toMatchObject({ status: 401 });
    expect(await send(port, "POST", signed(port, "POST", "/events", undefined), text)).toMatchObject({ status: 401 });
    expect(await send(port, "POST", path.replace("/events", "/batch_events"), text)).toMatchObject({ status: 401 });
    expect(await send(port, "GET", path)).toMatchObject({ status: 401 });
    expect(await send(port, "POST", path.replace(APP.id, "b"), text)).toMatchObject({ status: 401 });
    expect(await send(port, "POST", path.replace(APP.id, "unknown"), text)).toMatchObject({ status: 404 });
    await expect(publisherTo(port, { secret: "wrong" }).trigger("a", "x", {})).rejects.toMatchObject({ status: 401 });
  });

  it("refuses a body that is not JSON, and leaves what is not /apps/ to the caller", async () => {
    const { port } = await startHub();
    const query = publisherTo(port).createSignedQueryString({ method: "POST", path: `${base}/events`, body: "{oops" });
    expect(await send(port, "POST", `${base}/events?${query}`, "{oops")).toMatchObject({
      status: 400,
      text: "The body is not JSON",
    });
    expect(await send(port, "GET", "/elsewhere")).toMatchObject({ status: 404, text: "" });
    expect(await send(port, "GET", "/apps/")).toMatchObject({ status: 404, text: "No such app" });
  });

  it("answers 403 for a disabled app", async () => {
    const { publisher } = await startHub({ apps: [{ ...APP, enabled: false }] });
    await expect(publisher.trigger("a", "x", {})).rejects.toMatchObject({ status: 403 });
  });
});
