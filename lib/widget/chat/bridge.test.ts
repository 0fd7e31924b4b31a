import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ToChat } from "../frame-messages";
import { bridgeTo } from "./bridge";

const STOREFRONT = "https://shop.example";

const bus: { listener: (event: unknown) => void } = { listener: () => {} };
const parent = { postMessage: vi.fn() };
beforeEach(() => {
  vi.stubGlobal("window", {
    parent,
    addEventListener: (type: string, listener: typeof bus.listener) =>
      type === "message" && Object.assign(bus, { listener }),
  });
  parent.postMessage.mockClear();
});
afterEach(() => void vi.unstubAllGlobals());

function open(origin = STOREFRONT) {
  bus.listener = () => {};
  const heard: ToChat[] = [];
  const bridge = bridgeTo(origin, (message) => heard.push(message));
  const say = (data: unknown, from: unknown = parent, at = STOREFRONT) => {
    bus.listener({ source: from, origin: at, data });
    return heard.splice(0);
  };
  return { bridge, say };
}

describe("WID-01: what the chat hears", () => {
  it("is the page around it, of the shop's own origin", () => {
    const { say } = open();
    const message = { type: "identify", name: "Victime" };
    expect(say(message)).toEqual([{ type: "identify", token: undefined, name: "Victime" }]);
    expect(say(message, {})).toEqual([]);
    expect(say(message, null)).toEqual([]);
    for (const origin of ["https://evil.test", "null", "http://shop.example", "https://shop.example.evil.test", ""])
      expect(say(message, parent, origin), origin).toEqual([]);
  });

  it("is nobody where the page stands alone, or for an origin that is none of the shop's", () => {
    expect(open("").say({ type: "reset" }, parent, "")).toEqual([]);
    expect(open("").bridge.framed).toBe(false);
  });

  it.each([
    null,
    "identify",
    42,
    [],
    [{ type: "reset" }],
    { type: "setToken", token: "x" },
    { type: "widget:identify", user: { email: "victim@x" } },
    { type: "identify", token: { toString: () => "x" } },
    { type: "identify", name: "x".repeat(2_001) },
    { type: "identify", token: "x".repeat(5_000_000) },
    { type: "send", text: "x".repeat(5_000_000) },
    { type: "send" },
    { type: "open", prompt: 1 },
    { type: "visible", visible: "yes" },
    { type: "toString" },
    { type: "__proto__" },
    JSON.parse('{"__proto__":{"type":"reset"}}'),
    Object.create({ type: "constructor" }),
  ])("is in a shape it knows, and not %j", (data) => {
    expect(open().say(data)).toEqual([]);
  });

  it("changes no object's prototype by what a page tells", () => {
    const told = open().say(JSON.parse('{"type":"attributes","attributes":{"__proto__":{"spoofed":true}}}'));
    expect(told).toHaveLength(1);
    expect(({} as { spoofed?: boolean }).spoofed).toBeUndefined();
  });
});

it("WID-01: answers go to that origin by name, never to any", () => {
  const { bridge } = open();
  bridge.tell({ type: "visitor", reference: "abc" });
  expect(parent.postMessage.mock.calls).toEqual([[{ type: "visitor", reference: "abc" }, STOREFRONT]]);
  open("").bridge.tell({ type: "visitor", reference: "abc" });
  expect(parent.postMessage).toHaveBeenCalledOnce();
});
