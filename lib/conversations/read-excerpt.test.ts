import fc from "fast-check";
import { expect, it } from "vitest";
import type { Outcome } from "#lib/http/outcome";
import { sampleMessage, sampleRow } from "./conversation-samples";
import { MOST_DRAWN, meets, part, type ThreadPlace } from "./excerpt";
import type { ThreadView } from "./load-thread";
import { readExcerpt } from "./read-excerpt";
import { applyToTimeline, missingAfter, type Timeline, timelineOf } from "./timeline";
import type { MessageView } from "./view-message";

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
    older: async () => null,
    part: () => null,
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
    const late = excerpt[act](() => null);
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

type Place = ThreadPlace | { before: number } | { after: number };
const PAST = 1_500;

/** A conversation on the server and on one screen, where every answer comes when the test says. */
function screen() {
  const stored = Array.from({ length: PAST }, (_, n) => sampleMessage({ seq: n + 1 }));
  const row = () => sampleRow({ lastSeq: stored.length, version: stored.length });
  const between = (from: number, to: number) => stored.slice(Math.max(0, from - 1), to);
  const waiting: (() => void)[] = [];
  let newest = timelineOf({ row: row(), messages: between(PAST - 49, PAST) });
  let run: Timeline | null = null;

  function page(place: Place): Promise<Outcome<ThreadView>> {
    const at = "around" in place ? place.around : 0;
    const messages =
      "before" in place
        ? between(place.before - 50, place.before - 1)
        : "after" in place
          ? between(place.after + 1, place.after + 200)
          : between(at - 25, at + 25);
    const value = { row: row(), messages, hasOlder: false, ...(at && { found: at }) };
    return new Promise((answer) => waiting.push(() => answer({ ok: true, value })));
  }
  async function load(place: Place) {
    const answer = await page(place);
    if (answer.ok) newest = applyToTimeline(newest, { type: "messages.loaded", ...answer.value });
    return null;
  }
  const excerpt = readExcerpt({
    page,
    older: () => load({ before: newest.messages[0]?.seq ?? 1 }),
    part(inSight) {
      const parted = part(newest, inSight);
      if (parted) newest = parted.newest;
      return parted?.excerpt ?? null;
    },
    join(next) {
      if (!meets(next, newest)) return false;
      newest = applyToTimeline(newest, { ...next, type: "messages.loaded" });
      return true;
    },
    show: (next) => {
      run = next;
    },
  });
  function tell(message: MessageView) {
    stored[message.seq - 1] = message;
    excerpt.hear(message);
    newest = applyToTimeline(newest, { type: "message.stored", message });
  }
  const shown = () => (run ?? newest).messages;
  const inSight = (message: MessageView | undefined) => message && { id: message.id, hold: () => {} };
  return {
    excerpt,
    shown,
    stored,
    far: () => run !== null,
    write: () => tell(sampleMessage({ seq: stored.length + 1 })),
    /** Changes a message that is shown, or would be after it or before. */
    change(pick: number) {
      const from = (shown()[0]?.seq ?? 1) - 50;
      const message = stored[Math.max(0, from + (pick % (shown().length + 100)))];
      if (message) tell({ ...message, version: message.version + 1, body: `${message.body}, again` });
    },
    /** Lets one answer come, and what follows of it happen. */
    async come(pick: number) {
      waiting.splice(pick % Math.max(1, waiting.length), 1)[0]?.();
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    },
    waits: () => waiting.length,
    missing: () => missingAfter(newest),
    mend: (after: number) => load({ after }),
    top: () => inSight(shown()[0]) ?? null,
    end: () => inSight(shown().at(-1)) ?? null,
  };
}

it("shows a run without a hole, no longer than is drawn, and at rest what the server holds, whatever comes when", async () => {
  const acts = ["up", "up", "up", "down", "up and down", "up and down", "come", "write", "change", "change", "goTo"];
  const step = fc.record({ act: fc.constantFrom(...acts, "leave"), pick: fc.nat(10_000), comes: fc.boolean() });
  const steps = fc.array(step, { minLength: 20, maxLength: 60 });
  const story = fc.asyncProperty(steps, async (taken) => {
    const on = screen();
    const whole = () => {
      const shown = on.shown();
      expect(shown.findIndex(({ seq }, n) => seq !== (shown[0]?.seq ?? 0) + n)).toBe(-1);
      expect(shown.length).toBeLessThanOrEqual(MOST_DRAWN + (on.far() ? 100 : 600));
    };
    const settle = async () => {
      while (on.waits() > 0) await on.come(0);
      for (let after = on.missing(); after !== null; after = on.missing()) {
        on.mend(after).catch(expect.fail);
        await on.come(0);
      }
      whole();
      const first = on.shown()[0]?.seq ?? 1;
      expect(on.shown()).toEqual(on.stored.slice(first - 1, first - 1 + on.shown().length));
    };
    for (const { act, pick, comes } of taken) {
      if (act.startsWith("up")) on.excerpt.older(on.top).catch(expect.fail);
      if (act.endsWith("down")) on.excerpt.newer(on.end).catch(expect.fail);
      if (act === "goTo") on.excerpt.goTo({ around: 1 + (pick % on.stored.length) }).catch(expect.fail);
      if (act === "leave") on.excerpt.leave();
      if (act === "write") on.write();
      if (act === "change") on.change(pick);
      if (act === "come" || comes) await on.come(pick);
      whole();
    }
    await settle();
    for (let turn = 0; on.far() && turn < 20; turn += 1) {
      on.excerpt.newer(on.end).catch(expect.fail);
      await settle();
    }
    expect(on.shown().at(-1)).toEqual(on.stored.at(-1));
  });
  await fc.assert(story, { numRuns: 40 });
});
