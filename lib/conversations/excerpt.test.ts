import { expect, it } from "vitest";
import { sampleMessage, sampleRow } from "./conversation-samples";
import { hearInExcerpt, meets } from "./excerpt";
import { timelineOf } from "./timeline";

const run = (from: number, to: number) =>
  timelineOf({
    row: sampleRow(),
    messages: Array.from({ length: to - from + 1 }, (_, n) => sampleMessage({ id: `m${from + n}`, seq: from + n })),
  });

it("meets what is held once nothing is missing between", () => {
  expect([58, 59, 60, 80].map((to) => meets(run(10, to), run(60, 100)))).toEqual([false, true, true, true]);
  expect(meets(run(1, 2), { ...run(1, 1), messages: [] })).toBe(true);
});

it("hears of its own messages only, and never of an older version", () => {
  const excerpt = run(10, 20);
  const changed = sampleMessage({ id: "m15", seq: 15, version: 2, body: "mended" });
  const heard = hearInExcerpt(excerpt, changed);
  expect(heard.messages.find(({ seq }) => seq === 15)?.body).toBe("mended");
  expect(hearInExcerpt(heard, sampleMessage({ id: "m15", seq: 15, version: 1 })).messages).toEqual(heard.messages);
  for (const seq of [9, 21, 300]) expect(hearInExcerpt(excerpt, sampleMessage({ seq, version: 3 }))).toBe(excerpt);
});
