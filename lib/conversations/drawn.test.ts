import { expect, test } from "vitest";
import { drawnFirst, drawnNext, drawnStill } from "./drawn";

const run = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => ({ seq: first + at }));

/** From where it is drawn, frame after frame. */
function frames(messages: readonly { seq: number }[], from: number): number[] {
  const next = drawnNext(messages, from);
  return next === null ? [] : [next, ...frames(messages, next)];
}

test("a thread begins with a screenful and is whole some frames later, a few messages with each", () => {
  const messages = run(51, 100);
  const first = drawnFirst(messages);
  expect(messages.filter(({ seq }) => seq >= first)).toHaveLength(14);
  expect(frames(messages, first)).toEqual([77, 67, 57, 51]);
  expect(drawnFirst(run(1, 3))).toBe(1);
  expect(drawnFirst([])).toBe(0);
  expect(drawnNext([], 0)).toBeNull();
});

test("a page of older messages comes in slices above what is drawn already", () => {
  const grown = run(1, 100);
  expect(drawnStill(grown, 51)).toBe(51);
  expect(frames(grown, 51)).toEqual([41, 31, 21, 11, 1]);
});

test("a run that lost its oldest or stands elsewhere is drawn whole, and grows in slices from there", () => {
  expect(drawnStill(run(40, 100), 1)).toBe(40);
  expect(drawnStill(run(200, 250), 940)).toBe(200);
  expect(drawnStill(run(950, 1000), 200)).toBe(950);
  expect(drawnStill([], 7)).toBe(7);
});

test("a message without its number among those held leaves no part undrawn", () => {
  const gaps = [{ seq: 3 }, { seq: 9 }, { seq: 20 }];
  expect(frames(gaps, 15)).toEqual([3]);
});
