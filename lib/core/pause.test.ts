import { expect, it } from "vitest";
import { pauseAfter } from "./pause";

it("waits twice as long after each failure, and never more than half a minute", () => {
  expect([1, 2, 3, 4, 5, 6, 60].map(pauseAfter)).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
});
