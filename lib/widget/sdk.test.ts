import { afterEach, describe, expect, it, vi } from "vitest";
import type { Comptoir } from "../../public/comptoir.d.ts";
import type { Kit } from "./loader";
import { idle, setAttributes } from "./sdk";

afterEach(() => void vi.unstubAllGlobals());

/** What a page tells, and what the console says of it. */
function tell(attributes: unknown) {
  const told = vi.fn();
  const said = vi.fn<typeof reportError>();
  vi.stubGlobal("reportError", said);
  setAttributes({} as Comptoir, { tell: told } as unknown as Kit, attributes as Record<string, unknown>);
  return {
    told: told.mock.calls.flat(),
    said: said.mock.calls.map(([error]) => (error instanceof TypeError ? error.message : "")),
  };
}

it("tells names with plain values", () => {
  const attributes = { plan: "gold", visits: 3, member: true, old_plan: null };
  expect(tell(attributes)).toEqual({ told: [{ type: "attributes", attributes }], said: [] });
});

it.each([
  ["plan", /an object of names and values/],
  [null, /an object/],
  [["gold"], /an object/],
  [{ "my plan": "gold" }, /"my plan" must begin with a letter/],
  [{ plan: "x".repeat(201) }, /plan must be a text of 200 characters at most/],
  [{ plan: Number.NaN }, /plan must be/],
  [{ plan: { name: "gold" } }, /plan must be/],
  [{ plan: undefined }, /plan must be/],
  [Object.fromEntries(Array.from({ length: 21 }, (_, place) => [`n${place}`, 1])), /20 names at most/],
])("tells nothing of %j, and says why", (attributes, why) => {
  const { told, said } = tell(attributes);
  expect(told).toEqual([]);
  expect(said).toEqual([expect.stringMatching(why)]);
  expect(said[0]).toMatch(/^Comptoir\.setAttributes: .*\. Nothing was told\.$/);
});

describe("an idle page", () => {
  const home = "https://chat.example";
  const opened = { contentWindow: {} };

  /** A page whose visitor the storage knows so; `panel`: the frame of the chat that she opened. */
  function idlePage(hint: string | undefined, { readyState = "complete", panel = null as unknown } = {}) {
    const frames: { src: string; style: object; contentWindow: object; remove: () => void }[] = [];
    const listeners = new Map<string, (event?: unknown) => void>();
    const stored: Record<string, string> = hint === undefined ? {} : { "comptoir:fleurs": hint };
    const shown = { frame: panel };
    vi.stubGlobal("localStorage", stored);
    vi.stubGlobal("location", { hash: "", origin: "https://shop.example" });
    vi.stubGlobal("addEventListener", (type: string, hear: () => void) => listeners.set(type, hear));
    vi.stubGlobal("removeEventListener", (type: string) => listeners.delete(type));
    const createElement = () => ({ src: "", style: {}, contentWindow: {}, remove: () => void frames.pop() });
    vi.stubGlobal("document", { readyState, createElement });
    const shadowRoot = {
      querySelector: (name: string) => (name === "dialog" ? { querySelector: () => shown.frame } : null),
      append: (frame: (typeof frames)[number]) => frames.push(frame),
    };
    const count = vi.fn();
    idle({} as Comptoir, { home, shop: "fleurs", host: { shadowRoot }, count } as unknown as Kit);
    const answer = (n: unknown, from: unknown = frames[0]?.contentWindow, origin = home) =>
      listeners.get("message")?.({ source: from, origin, data: { type: "unread", n } });
    return { frames, count, answer, stored, shown, loaded: () => listeners.get("load")?.() };
  }

  it("shows how much she has not seen, and leaves no frame behind", () => {
    const { frames, count, answer } = idlePage("1");
    expect(frames).toMatchObject([
      { src: `${home}/widget/fleurs/unseen?origin=https://shop.example`, style: { display: "none" } },
    ]);
    answer(2);
    expect(count.mock.calls).toEqual([[2]]);
    expect(frames).toEqual([]);
  });

  it.each([undefined, "", "0"])("asks nothing where the storage says %j", (hint) => {
    expect(idlePage(hint).frames).toEqual([]);
  });

  it("waits for the page to have loaded, whose own frames come first", () => {
    const { frames, loaded } = idlePage("1", { readyState: "interactive" });
    expect(frames).toEqual([]);
    loaded();
    expect(frames).toHaveLength(1);
  });

  it("leaves the count to the chat once that is open", () => {
    expect(idlePage("1", { panel: opened }).frames).toEqual([]);
    const { answer, count, shown, stored } = idlePage("1");
    shown.frame = opened;
    answer(null);
    answer(2);
    expect([count.mock.calls, stored["comptoir:fleurs"]]).toEqual([[], "1"]);
  });

  it("asks no more on later pages where her chat is gone", () => {
    const { answer, count, stored } = idlePage("1");
    answer(null);
    expect([count.mock.calls, stored["comptoir:fleurs"]]).toEqual([[], ""]);
  });

  it("believes its own frame alone", () => {
    const { answer, count, frames } = idlePage("1");
    answer(9, {});
    answer(9, null);
    answer(9, frames[0]?.contentWindow, "https://evil.example");
    answer("9");
    expect(count).not.toHaveBeenCalled();
  });
});
