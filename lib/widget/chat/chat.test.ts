import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { FromChat } from "../frame-messages";
import { createActions } from "./actions";
import type { Outcome, VisitorApi } from "./api";
import type { Bridge } from "./bridge";
import { createChat } from "./chat";
import { down, later, message, session, visit } from "./chat-fixture";
import * as login from "./lazy/login";
import { initialState } from "./state";
import { createStore } from "./store";
import type { SessionView, VisitorMessageView } from "./views";
import { en } from "./words/en";

const loading = vi.hoisted(() => ({ part: vi.fn<(name: string) => Promise<unknown>>() }));
vi.mock("./part", () => ({ loadPart: loading.part, keepLoading: loading.part }));

/** What an upload was asked to send, and its answer. */
const sendFile = vi.fn(() => new Promise(() => {}));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", { hidden: false, activeElement: null });
  vi.stubGlobal("requestAnimationFrame", () => 0);
  vi.stubGlobal("sessionStorage", { getItem: () => null, setItem: () => {}, removeItem: () => {} });
  vi.stubGlobal("window", { addEventListener: () => {} });
  const parts: Record<string, unknown> = { login, upload: { sendFile }, cards: {}, receipts: {}, away: {} };
  loading.part.mockReset().mockImplementation(async (name) => parts[name] ?? {});
  sendFile.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function ok<T>(value: T): Promise<Outcome<T>> {
  return { ok: true, value };
}

/** A chat with a shop played by the test: everything answers at once and well unless a test says otherwise. */
function startChat() {
  const api = {
    session: vi.fn<VisitorApi["session"]>(() => ok(session())),
    begin: vi.fn<VisitorApi["begin"]>(() => ok(session({ visitorId: "v" }))),
    send: vi.fn<VisitorApi["send"]>(({ clientKey, body }) => ok(message(1, { id: clientKey, clientKey, body }))),
    after: vi.fn<VisitorApi["after"]>(() => ok([])),
    before: vi.fn<VisitorApi["before"]>(() => ok([])),
    seen: vi.fn<VisitorApi["seen"]>(() => ok(true as const)),
    typing: vi.fn<VisitorApi["typing"]>(() => ok(true as const)),
    post: vi.fn<VisitorApi["post"]>(() => ok({})),
    allow: vi.fn<VisitorApi["allow"]>(() => ok(session())),
    messenger: vi.fn<VisitorApi["messenger"]>(() => ok("https://m.me/1")),
    email: vi.fn<VisitorApi["email"]>(() => ok("ticket")),
    confirm: vi.fn<VisitorApi["confirm"]>(() => ok(session())),
    connect: vi.fn<VisitorApi["connect"]>(() => ok({ url: "https://x.example", returns: false })),
    redeem: vi.fn<VisitorApi["redeem"]>(() => ok(session())),
    identify: vi.fn<VisitorApi["identify"]>(() => ok(session({ visitorId: "v" }))),
    reset: vi.fn<VisitorApi["reset"]>(() => ok(session())),
    reference: vi.fn<VisitorApi["reference"]>(() => Promise.resolve(null)),
  };
  const told: FromChat[] = [];
  const bridge: Bridge = { framed: true, tell: (said) => void told.push(said) };
  const store = createStore(initialState);
  const chat = createChat({ slug: "shop", api, store, bridge, unavailable: "", forgotten: () => actions.save() });
  const actions = createActions({ slug: "shop", api, store, chat, bridge, words: en });
  return { api, told, store, chat, actions };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

it("leaves nothing of one person to the next: not on screen, in the box, on its way or by a late answer", async () => {
  const { api, store, chat, actions } = startChat();
  api.session.mockResolvedValue({ ok: true, value: visit("hers", [message(5)], { proven: "a", messenger: true }) });
  const link = later<string>();
  const sent = later<VisitorMessageView>();
  const earlier = later<readonly VisitorMessageView[]>();
  api.messenger.mockReturnValue(link.promise);
  api.send.mockReturnValue(sent.promise);
  api.before.mockReturnValue(earlier.promise);
  await chat.load();
  actions.type("Her second question");
  actions.send();
  actions.type("and what she had begun");
  store.patch({
    declined: true,
    typing: "Léa",
    seenBy: "Léa",
    asking: { ticked: ["offers"], saving: false, problem: null },
  });
  void actions.loadEarlier();
  await settle();
  expect(api.send).toHaveBeenCalledOnce();

  api.session.mockResolvedValue({ ok: true, value: visit("his", [message(5, { id: "his" })], { proven: "b" }) });
  await chat.load();
  sent.come(message(6, { body: "Her second question" }));
  link.come("https://m.me/hers");
  earlier.come([message(4)]);
  await settle();
  const { timeline, ...rest } = store.get();
  expect(timeline).toMatchObject({ conversationId: "his", drafts: [] });
  expect(timeline.messages.map(({ id }) => id)).toEqual(["his"]);
  expect(rest).toMatchObject({ text: "", declined: false, typing: null, seenBy: null, messenger: {} });
  expect(rest.asking.ticked).toEqual([]);
});

it("keeps what she typed when it is she who logs in", async () => {
  const { api, store, chat, actions } = startChat();
  api.session.mockResolvedValue({ ok: true, value: session({ visitorId: "v" }) });
  await chat.load();
  actions.type("What I had begun");
  api.identify.mockResolvedValue({ ok: true, value: visit("hers", [message(1)], { proven: "a" }) });
  actions.identify({ token: "t" });
  await settle();
  expect(store.get()).toMatchObject({ text: "What I had begun", timeline: { conversationId: "hers" } });
});

it("ends a visit at once on the screen, tells the page when it has ended, and lets no answer bring it back", async () => {
  const { api, told, store, chat, actions } = startChat();
  api.session.mockResolvedValue({ ok: true, value: visit("hers", [message(1)], { proven: "a" }) });
  await chat.load();
  const onItsWay = later<SessionView>();
  api.session.mockReturnValueOnce(onItsWay.promise);
  void chat.load();
  api.reset.mockResolvedValueOnce(down);
  actions.reset();
  onItsWay.come(visit("hers", [message(1)], { proven: "a" }));
  chat.hurry();
  await settle();
  expect(store.get()).toMatchObject({ session: null, cut: true, timeline: { messages: [] } });
  expect(told).not.toContainEqual({ type: "chat", exists: false });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(api.reset).toHaveBeenCalledTimes(2);
  expect(told.at(-1)).toEqual({ type: "chat", exists: false });
  expect(store.get()).toMatchObject({ session: { visitorId: null }, cut: false });
});

it("does one thing after the other: a log-out, the next log-in, and what is written then", async () => {
  const { api, chat, actions } = startChat();
  api.session.mockResolvedValue({ ok: true, value: visit("hers", [message(1)], { proven: "a" }) });
  await chat.load();
  const first = later<SessionView>();
  api.identify.mockReturnValueOnce(first.promise);
  const order: string[] = [];
  api.reset.mockImplementation(async () => {
    order.push("reset");
    return { ok: true, value: session() };
  });
  api.begin.mockImplementation(async () => {
    order.push("begin");
    return { ok: true, value: session({ visitorId: "w" }) };
  });
  actions.identify({ token: "hers" });
  await settle();
  actions.type("Still her words");
  actions.send();
  actions.reset();
  actions.identify({ token: "nobody's any more" });
  actions.identify({ token: "his" });
  actions.type("His words");
  actions.send();
  api.identify.mockImplementation(async (who) => {
    order.push("token" in who ? who.token : who.name);
    return { ok: true, value: session({ visitorId: "w", proven: "b" }) };
  });
  first.come(visit("hers", [], { proven: "a" }));
  await settle();
  expect(order).toEqual(["reset", "his"]);
  expect(api.send.mock.calls.map(([{ body }]) => body)).toEqual(["His words"]);
});

it("says her name again to the visit that begins with her first message", async () => {
  const { api, chat, actions } = startChat();
  api.identify.mockResolvedValueOnce({ ok: false, status: 401, message: null, retry: false, after: 0 });
  await chat.load();
  actions.identify({ name: "Zoé" });
  actions.type("Bonjour");
  actions.send();
  await settle();
  expect(api.identify).toHaveBeenCalledTimes(2);
  expect(api.identify.mock.invocationCallOrder[1]).toBeGreaterThan(api.begin.mock.invocationCallOrder[0] ?? 0);
  expect(api.send).toHaveBeenCalledOnce();
});

it("loads no session again because a part cannot be had", async () => {
  const { api, store, chat } = startChat();
  api.session.mockResolvedValue({ ok: true, value: visit("hers", [message(1)]) });
  loading.part.mockImplementation(() => new Promise(() => {}));
  await chat.load();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(api.session).toHaveBeenCalledOnce();
  expect(loading.part.mock.calls).toEqual([["cards"], ["receipts"], ["marks"]]);
  expect(store.get().cut).toBe(false);
});

it("asks for what is missing ever more slowly while only that fails", async () => {
  const { api, chat } = startChat();
  api.session.mockResolvedValue({ ok: true, value: visit("hers", [message(1)]) });
  api.after.mockResolvedValue(down);
  await chat.load();
  chat.apply({ type: "message.stored", message: message(3) });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(api.session.mock.calls.length).toBeLessThan(10);
});

it("tells again what she has seen when that did not get through", async () => {
  const { api, store, chat } = startChat();
  store.patch({ visible: true });
  api.session.mockResolvedValue({ ok: true, value: visit("hers", [message(1, { author: "member" })]) });
  api.seen.mockResolvedValueOnce(down);
  await chat.load();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(api.seen.mock.calls).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

it("sends no file that was cancelled before it left, and calls that no lost connection", async () => {
  const { api, store, actions } = startChat();
  const begun = later<SessionView>();
  api.begin.mockReturnValue(begun.promise);
  actions.attach([new File(["x"], "a.png")] as unknown as FileList);
  await settle();
  actions.drop(store.get().timeline.drafts[0]?.clientKey ?? "");
  begun.come(session({ visitorId: "v" }));
  await settle();
  expect(sendFile).not.toHaveBeenCalled();
  expect(store.get()).toMatchObject({ cut: false, timeline: { drafts: [] } });
});

it("hears a login that this tab began before its page was loaded again", async () => {
  const listeners: ((event: unknown) => void)[] = [];
  const removed: string[] = [];
  const here = { addEventListener: (_: string, then: (event: unknown) => void) => listeners.push(then) };
  vi.stubGlobal("window", here);
  vi.stubGlobal("location", { origin: "https://chat.example" });
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => (key === "comptoir:shop:proof" ? "verifier" : null),
    setItem: () => {},
    removeItem: (key: string) => removed.push(key),
  });
  const { api, actions } = startChat();
  actions.restore();
  await settle();
  const source = { opener: here, closed: false };
  const data = { type: "comptoir:connected", code: "code" };
  for (const hear of listeners) hear({ origin: "https://chat.example", source, data });
  await settle();
  expect(api.redeem.mock.calls).toEqual([["code", "verifier"]]);
  expect(removed).toContain("comptoir:shop:proof");
});

it("tells the page of each message once, and rings for those of the shop, as it comes, and never of those that stood there", async () => {
  const { api, told, chat, actions } = startChat();
  const feed = { onEvent: (_: string, __: unknown) => {}, ring: vi.fn(), close: () => {} };
  const live = { followVisitor: (_: string, __: unknown, given: typeof feed) => Object.assign(feed, given) };
  loading.part.mockImplementation(async (name) => (name === "live" ? live : {}));
  const realtime = { key: "k", host: "h", port: 1, tls: false };
  api.begin.mockResolvedValue({ ok: true, value: session({ visitorId: "v", realtime }) });
  await chat.load();
  actions.type("Hello");
  api.session.mockImplementation(async () => ({ ok: true, value: visit("hers", [message(1)], { realtime }) }));
  actions.send();
  await settle();
  const answer = message(2, { author: "member" });
  api.session.mockImplementation(async () => ({ ok: true, value: visit("hers", [message(1), answer], { realtime }) }));
  feed.onEvent("message.stored", { message: message(2, { kind: "event", author: "system", body: "" }) });
  const sent = { ...answer, version: 2 };
  feed.onEvent("message.stored", { message: sent });
  feed.onEvent("message.stored", { message: sent });
  await settle();
  const messages = () => told.filter(({ type }) => type === "message");
  expect(messages()).toEqual([
    { type: "message", from: "visitor" },
    { type: "message", from: "shop" },
  ]);
  expect(feed.ring).toHaveBeenCalledOnce();
  api.session.mockResolvedValue({ ok: true, value: visit("another", [message(7)], { realtime }) });
  await chat.load();
  expect(messages()).toHaveLength(2);
});

it("sends which message it answers, once, and puts that back with what was refused", async () => {
  const { api, store, chat, actions } = startChat();
  api.session.mockResolvedValue({ ok: true, value: visit("hers", [message(1, { author: "member" })]) });
  api.send.mockResolvedValue({ ok: false, status: 422, message: "No", retry: false, after: 0 });
  await chat.load();
  actions.quote("m1");
  actions.type("Yes please");
  actions.send();
  await settle();
  expect(api.send).toHaveBeenCalledWith(expect.objectContaining({ body: "Yes please", replyTo: "m1" }));
  expect(store.get()).toMatchObject({ text: "", quoting: "" });
  actions.edit(store.get().timeline.drafts[0]?.clientKey ?? "");
  expect(store.get()).toMatchObject({ text: "Yes please", quoting: "m1" });
});
