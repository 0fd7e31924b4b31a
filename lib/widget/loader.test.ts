import { afterEach, beforeEach, expect, it, vi } from "vitest";

/** A page as far as the loader touches it: what it made, and what it asked for once the page is idle. */
function page(stored: Record<string, string>, dataset: Record<string, string> = {}, href = "https://shop.example/") {
  const made: string[] = [];
  const styles: string[] = [];
  const element = (name: string): unknown => ({
    style: {},
    dataset: {},
    append: () => {},
    appendChild: (child: unknown) => child,
    attachShadow: () => element("shadow"),
    made: made.push(name),
  });
  const currentScript = { src: "https://chat.example/v1.js", dataset: { shop: "fleurs", ...dataset } };
  const documentElement = Object.assign(element("html") as object, { lang: "fr" });
  made.length = 0;
  const idle = vi.fn();
  const window = { requestIdleCallback: idle, visualViewport: null };
  vi.stubGlobal("window", window);
  vi.stubGlobal("document", { currentScript, documentElement, createElement: element });
  vi.stubGlobal("navigator", { language: "fr" });
  vi.stubGlobal("location", { href, origin: "https://shop.example" });
  vi.stubGlobal("localStorage", stored);
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal(
    "CSSStyleSheet",
    class {
      replaceSync = (css: string) => void styles.push(css);
    },
  );
  return { made, idle, styles };
}

/** The line of the snippet, run once more. */
async function runSnippet() {
  vi.resetModules();
  await import("./loader");
}

beforeEach(() => void vi.stubGlobal("VERSION", "Ab3_z9"));
afterEach(() => void vi.unstubAllGlobals());

/** Whether the loader asks for its other part now that the page is idle. */
function asksOnceIdle(idle: ReturnType<typeof vi.fn>): boolean {
  expect(idle).toHaveBeenCalledOnce();
  const waits = vi.spyOn(globalThis, "setTimeout");
  idle.mock.calls[0]?.[0]();
  const asked = waits.mock.calls.length > 0;
  waits.mockRestore();
  return asked;
}

it("asks for nothing on the page of somebody who never wrote", async () => {
  for (const stored of [{}, { "comptoir:fleurs": "" }, { "comptoir:autre": "1" }]) {
    const { idle, made } = page(stored);
    await runSnippet();
    expect(asksOnceIdle(idle)).toBe(false);
    expect(made).not.toContain("iframe");
  }
});

it("waits until the page is idle with what a returning visitor has not seen", async () => {
  const { idle, made } = page({ "comptoir:fleurs": "1" });
  await runSnippet();
  expect(asksOnceIdle(idle)).toBe(true);
  expect(made).not.toContain("iframe");
});

it("does not look into the page's storage before the page is idle", async () => {
  const get = vi.fn();
  const { idle } = page(new Proxy({}, { get }));
  await runSnippet();
  expect(get).not.toHaveBeenCalled();
  expect(asksOnceIdle(idle)).toBe(false);
  expect(get).toHaveBeenCalled();
});

it("is one launcher, however often a page that never loads anew puts the snippet in", async () => {
  const { made, idle } = page({ "comptoir:fleurs": "1" });
  for (let times = 0; times < 50; times++) await runSnippet();
  expect(made.filter((name) => name === "div")).toHaveLength(1);
  expect(idle).toHaveBeenCalledOnce();
});

it.each([
  [undefined, "right:32px;bottom:24px", "right:32px;bottom:100px"],
  ["right", "right:32px;bottom:24px", "right:32px;bottom:100px"],
  ["left", "left:32px;bottom:24px", "left:32px;bottom:100px"],
])("stands with data-side %j where that says", async (side, launcher, panel) => {
  const { styles } = page({}, side ? { side } : {});
  await runSnippet();
  expect(styles).toEqual([expect.stringContaining(launcher)]);
  expect(styles).toEqual([expect.stringContaining(panel)]);
});
