import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keep, recall } from "./kept-text";
import type { Draft } from "./timeline";

const draft = (state: Draft["state"]): Draft => ({ clientKey: "k", body: "Bonjour", state, problem: null });

describe("what was typed before a reload", () => {
  const kept = new Map<string, string>();

  beforeEach(() => {
    kept.clear();
    vi.stubGlobal("sessionStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("comes back, and a message whose sending was cut short waits to be sent again", () => {
    keep("a", { text: "et puis", quoting: "m1", drafts: [draft("sending"), draft("refused")] });
    expect(recall("a")).toEqual({ text: "et puis", quoting: "m1", drafts: [draft("waiting"), draft("refused")] });
    expect(recall("b")).toEqual({ text: "", quoting: "", drafts: [] });
  });

  it("leaves nothing behind once everything was sent", () => {
    keep("a", { text: "x", quoting: "", drafts: [] });
    keep("a", { text: "", quoting: "", drafts: [] });
    expect(kept.size).toBe(0);
  });

  it.each(["{", "null", '"text"', '{"text":1,"drafts":[null,{"clientKey":2}]}'])(
    "ignores what is not ours: %s",
    (json) => {
      kept.set("a", json);
      expect(recall("a")).toEqual({ text: "", quoting: "", drafts: [] });
    },
  );

  it("loses nothing on screen where storage is refused", () => {
    vi.stubGlobal("sessionStorage", undefined);
    expect(() => keep("a", { text: "x", quoting: "", drafts: [] })).not.toThrow();
    expect(recall("a")).toEqual({ text: "", quoting: "", drafts: [] });
  });
});
