import { expect, it } from "vitest";
import { instantAt, sampleMessage, sampleRow } from "./conversation-samples";
import { hearInExcerpt, letNewerGo, letOlderGo, MOST_DRAWN, meets, part } from "./excerpt";
import { type Timeline, timelineOf } from "./timeline";

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
  const heard = hearInExcerpt(excerpt, [changed]);
  expect(heard.messages.find(({ seq }) => seq === 15)?.body).toBe("mended");
  expect(hearInExcerpt(heard, [sampleMessage({ id: "m15", seq: 15, version: 1 })]).messages).toEqual(heard.messages);
  for (const seq of [9, 21, 300]) expect(hearInExcerpt(excerpt, [sampleMessage({ seq, version: 3 })])).toBe(excerpt);
});

const ends = (of: Timeline | undefined) => [of?.messages[0]?.seq, of?.messages.at(-1)?.seq];

it("lets the far end go once it is longer than is drawn, and never what stands in sight", () => {
  const long = run(1, MOST_DRAWN + 150);
  expect(letNewerGo(run(1, MOST_DRAWN), null).messages).toHaveLength(MOST_DRAWN);
  expect(ends(letNewerGo(long, "m3"))).toEqual([1, MOST_DRAWN]);
  expect(ends(letOlderGo(long, "m440"))).toEqual([151, 450]);
  expect(letNewerGo(long, "m430").messages.some(({ id }) => id === "m430")).toBe(true);
  expect(letOlderGo(long, "m20").messages.some(({ id }) => id === "m20")).toBe(true);
  expect(part(run(1, MOST_DRAWN + 50), "m3")).toBeNull();
  const parted = part(long, "m3");
  expect([ends(parted?.excerpt), ends(parted?.newest)]).toEqual([
    [1, 300],
    [401, 450],
  ]);
});

it("lets nothing go where what was written before came in after it", () => {
  const past = run(201, 500).messages.map((one) => ({ ...one, createdAt: instantAt(one.seq - 10_000) }));
  const imported = { ...run(1, 200), messages: [...run(1, 200).messages, ...past] };
  expect(letNewerGo(imported, "m500")).toBe(imported);
  expect(letOlderGo(imported, "m1")).toBe(imported);
});
