import { afterEach, beforeEach, expect, it, vi } from "vitest";

const kept = new Map<string, string>();
const heard: number[] = [];
const page = { hasFocus: () => false };
const navigator = { userActivation: { hasBeenActive: false } };

/** A browser's sound, of which only the notes are kept. */
class Audio {
  currentTime = 0;
  destination = {};
  resume = async () => {};
  suspend = async () => {};
  createOscillator = () => {
    const tone = { frequency: { value: 0 }, connect: (next: unknown) => next, stop: () => {}, onended: null };
    return { ...tone, start: () => heard.push(1) };
  };
  createGain = () => ({
    gain: { setValueAtTime: () => {}, linearRampToValueAtTime: () => {}, exponentialRampToValueAtTime: () => {} },
    connect: (next: unknown) => next,
  });
}

beforeEach(() => {
  vi.resetModules();
  kept.clear();
  heard.length = 0;
  navigator.userActivation.hasBeenActive = true;
  page.hasFocus = () => false;
  vi.stubGlobal("document", page);
  vi.stubGlobal("navigator", navigator);
  vi.stubGlobal("AudioContext", Audio);
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  });
});
afterEach(() => void vi.unstubAllGlobals());

async function rung(): Promise<boolean> {
  const { ring } = await import("./sound");
  ring("shop");
  await Promise.resolve();
  return heard.length > 0;
}

it("sounds for an answer that nobody looks at", async () => {
  expect(await rung()).toBe(true);
});

it("is silent while she is in the chat", async () => {
  page.hasFocus = () => true;
  expect(await rung()).toBe(false);
});

it("is silent before she has pressed anything", async () => {
  navigator.userActivation.hasBeenActive = false;
  expect(await rung()).toBe(false);
});

it("is silent once she turned it off, for this shop alone, and where no choice can be kept", async () => {
  const { chooseSound, soundIsOn } = await import("./sound");
  chooseSound("shop", false);
  expect([soundIsOn("shop"), soundIsOn("other")]).toEqual([false, true]);
  expect(await rung()).toBe(false);
  vi.stubGlobal("localStorage", undefined);
  expect(soundIsOn("shop")).toBeNull();
  expect(await rung()).toBe(false);
});
