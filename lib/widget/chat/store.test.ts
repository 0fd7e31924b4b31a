import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createStore } from "./store";

/** Longer than all that is waited for here; whatever else of this process waits again and again is left to it. */
const MINUTE = 60_000;

let frames: (() => void)[];
beforeEach(() => {
  frames = [];
  vi.useFakeTimers();
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => frames.push(draw));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const frame = () => {
  for (const draw of frames.splice(0)) draw();
};

function start() {
  const store = createStore({ text: "", n: 0 }, ["text"]);
  const told: { text: string; n: number }[] = [];
  store.subscribe((state) => told.push(state));
  return { store, told };
}

it("tells once per frame, however many changes came in it", () => {
  const { store, told } = start();
  for (let n = 1; n <= 50; n++) store.patch({ n });
  expect(told).toEqual([]);
  frame();
  vi.advanceTimersByTime(MINUTE);
  expect(told).toEqual([{ text: "", n: 50 }]);
});

it("tells nothing when nothing changed", () => {
  const { store, told } = start();
  store.patch({ n: 0, text: "" });
  frame();
  vi.advanceTimersByTime(MINUTE);
  expect(told).toEqual([]);
});

it("tells what she types before the next event, with whatever waited for the frame", async () => {
  const { store, told } = start();
  store.patch({ n: 1 });
  store.patch({ text: "B" });
  await Promise.resolve();
  expect(told).toEqual([{ text: "B", n: 1 }]);
  frame();
  expect(told).toHaveLength(1);
});

it("tells a page that gets no frames all the same", () => {
  const { store, told } = start();
  store.patch({ n: 1 });
  vi.advanceTimersByTime(MINUTE);
  expect(told).toEqual([{ text: "", n: 1 }]);
});
