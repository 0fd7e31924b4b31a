import { expect, it } from "vitest";
import type { Outcome } from "#lib/http/outcome";
import { sampleMessage, sampleRow } from "./conversation-samples";
import type { ThreadView } from "./load-thread";
import { readExcerpt } from "./read-excerpt";
import type { Timeline } from "./timeline";

const view = (from: number, to: number, found?: number): Outcome<ThreadView> => {
  const seqs = Array.from({ length: to - from + 1 }, (_, n) => from + n);
  const messages = seqs.map((seq) => sampleMessage({ id: `m${seq}`, seq }));
  return { ok: true, value: { row: sampleRow(), messages, hasOlder: from > 1, ...(found && { found }) } };
};

function read() {
  const asked: ((answer: Outcome<ThreadView>) => void)[] = [];
  const shown: (Timeline | null)[] = [];
  const excerpt = readExcerpt({
    page: () => new Promise((answer) => asked.push(answer)),
    join: () => false,
    show: (run) => shown.push(run),
  });
  return { excerpt, asked, seqs: () => shown.at(-1)?.messages.map(({ seq }) => seq) ?? [] };
}

it("adds no page of the place it was at to the one it is at", async () => {
  for (const act of ["older", "newer", "resync"] as const) {
    const { excerpt, asked, seqs } = read();
    const first = excerpt.goTo({ around: 101 });
    asked[0]?.(view(100, 102, 101));
    await first;
    const late = excerpt[act](() => {});
    const second = excerpt.goTo({ around: 11 });
    asked[2]?.(view(10, 12, 11));
    await second;
    asked[1]?.(act === "resync" ? view(100, 102) : view(97, 99));
    await late;
    expect(seqs()).toEqual([10, 11, 12]);
  }
});

it("shows the place asked for last, and none that was asked for before it was left", async () => {
  const { excerpt, asked, seqs } = read();
  const both = [excerpt.goTo({ around: 101 }), excerpt.goTo({ around: 11 })];
  asked[1]?.(view(10, 12, 11));
  asked[0]?.(view(100, 102, 101));
  await Promise.all(both);
  expect(seqs()).toEqual([10, 11, 12]);
  const third = excerpt.goTo({ around: 101 });
  excerpt.leave();
  asked[2]?.(view(100, 102, 101));
  await third;
  expect(seqs()).toEqual([]);
});
