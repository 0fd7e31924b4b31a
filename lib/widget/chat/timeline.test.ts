import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyToTimeline, emptyTimeline, hasGap, isForeign, type Timeline } from "./timeline";
import type { VisitorMessageView } from "./views";

const page = 4; // messages of a fresh load in these tests

function message(seq: number, version = 1, conversation = "a"): VisitorMessageView {
  const clientKey = `key-${conversation}-${seq}`;
  return {
    ...{ id: `${conversation}-${seq}`, seq, version, clientKey, kind: "text", author: "contact", authorName: null },
    ...{
      body: `${seq}.${version}`,
      event: null,
      receipt: null,
      attachments: [],
      quickReplies: [],
      sticker: null,
      createdAt: "2026-03-03T10:00:00.000Z",
    },
  } as const;
}

/** The shop's side of one conversation: what is stored, what each change is told live, and what a fresh load answers. */
function shop() {
  const stored: VisitorMessageView[] = [];
  return {
    stored,
    add() {
      const added = message(stored.length + 1);
      stored.push(added);
      return added;
    },
    update(at: number) {
      const held = stored[at % stored.length];
      if (!held) return this.add();
      const updated = message(held.seq, held.version + 1);
      stored[held.seq - 1] = updated;
      return updated;
    },
    load: () =>
      ({ type: "loaded", conversationId: "a", lastSeq: stored.length, messages: stored.slice(-page) }) as const,
    after: (seq: number) =>
      ({ type: "caught.up", conversationId: "a", upTo: stored.length, messages: stored.slice(seq) }) as const,
  };
}

type Shop = ReturnType<typeof shop>;

function resync(timeline: Timeline, { load, after }: Shop): Timeline {
  const held = timeline.messages[0]?.seq;
  const loaded = applyToTimeline(timeline, load());
  const first = loaded.messages[0]?.seq ?? 0;
  const whole = held !== undefined && held === first ? applyToTimeline(loaded, after(first - 1)) : loaded;
  return catchUp(whole, after);
}

function catchUp(timeline: Timeline, after: Shop["after"]): Timeline {
  return hasGap(timeline) ? applyToTimeline(timeline, after(timeline.knownTo)) : timeline;
}

function expectFresh(timeline: Timeline, { stored }: Shop) {
  const first = timeline.messages[0]?.seq ?? 1;
  expect(timeline.messages).toEqual(stored.slice(first - 1));
  expect(timeline.messages.length).toBeGreaterThanOrEqual(Math.min(page, stored.length));
  expect(timeline.knownTo).toBe(stored.length);
}

const told = fc.record({
  updates: fc.option(fc.nat(30), { nil: null }),
  times: fc.integer({ min: 0, max: 3 }),
  late: fc.nat(12),
  resyncs: fc.boolean(),
});

describe("a timeline equals a fresh load", () => {
  it("after any order, repetition and loss of changes, once it has asked again", () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 40 }), fc.nat(10), (changes, before) => {
        const server = shop();
        for (let i = 0; i < before; i++) server.add();
        let timeline = applyToTimeline(emptyTimeline, server.load());
        const queue: { at: number; message: VisitorMessageView }[] = [];
        for (const [i, { updates, times, late, resyncs }] of changes.entries()) {
          const changed = updates === null ? server.add() : server.update(updates);
          for (let n = 0; n < times; n++) queue.push({ at: i + late * n, message: changed });
          for (const { message } of queue.filter(({ at }) => at === i)) {
            timeline = catchUp(applyToTimeline(timeline, { type: "message.stored", message }), server.after);
          }
          if (resyncs) timeline = resync(timeline, server);
        }
        expectFresh(resync(timeline, server), server);
      }),
      { numRuns: 500 },
    );
  });

  it("after any order and repetition without loss, asking only for its gaps", () => {
    const order = fc.integer({ min: 1, max: 25 }).chain((n) => {
      const all = Array.from({ length: n }, (_, i) => i);
      return fc.shuffledSubarray([...all, ...all], { minLength: 2 * n });
    });
    fc.assert(
      fc.property(order, (indexes) => {
        const server = shop();
        const changes = indexes
          .slice(0, indexes.length / 2)
          .map((_, i) => (i % 3 === 2 ? server.update(i) : server.add()));
        let timeline = emptyTimeline;
        for (const index of indexes) {
          const changed = changes[index];
          if (changed) timeline = applyToTimeline(timeline, { type: "message.stored", message: changed });
        }
        expectFresh(catchUp(timeline, server.after), server);
      }),
    );
  });
});

describe("one change", () => {
  it("told again changes nothing, so that nothing is drawn again", () => {
    const held = applyToTimeline(emptyTimeline, { type: "message.stored", message: message(1, 2) });
    for (const version of [1, 2])
      expect(applyToTimeline(held, { type: "message.stored", message: message(1, version) })).toBe(held);
  });

  const loaded = applyToTimeline(emptyTimeline, {
    ...{ type: "loaded", conversationId: "a", lastSeq: 6 },
    messages: [message(5), message(6, 2)],
  });

  it("never puts an older version over a newer one", () => {
    const after = applyToTimeline(loaded, { type: "message.stored", message: message(6, 1) });
    expect(after.messages.at(-1)?.version).toBe(2);
  });

  it("leaves a change of a message above the loaded page to the page's own load", () => {
    expect(applyToTimeline(loaded, { type: "message.stored", message: message(2, 3) })).toBe(loaded);
    expect(isForeign(loaded, message(2, 3))).toBe(false);
  });

  it("sees a gap until the server answered for it, even where it has nothing to show", () => {
    const gapped = applyToTimeline(loaded, { type: "message.stored", message: message(9) });
    expect(hasGap(gapped)).toBe(true);
    const answered = applyToTimeline(gapped, {
      type: "caught.up",
      conversationId: "a",
      upTo: 9,
      messages: [message(9)],
    });
    expect(hasGap(answered)).toBe(false);
  });

  it("tells another conversation from this one, and shows it from its own load only", () => {
    const other = message(6, 1, "b");
    expect(isForeign(loaded, other)).toBe(true);
    expect(applyToTimeline(loaded, { type: "message.stored", message: other })).toBe(loaded);
    const begun = applyToTimeline(loaded, { type: "loaded", conversationId: "b", lastSeq: 6, messages: [other] });
    expect(begun.messages).toEqual([other]);
  });

  it("drops what an older load would put above a stretch that is apart", () => {
    const far = { type: "loaded", conversationId: "a", lastSeq: 60, messages: [message(59), message(60)] } as const;
    expect(applyToTimeline(loaded, far).messages.map(({ seq }) => seq)).toEqual([59, 60]);
  });

  it("takes earlier messages only where they belong", () => {
    const earlier = { type: "older.loaded", before: 5, messages: [message(3), message(4)] } as const;
    expect(applyToTimeline(loaded, earlier).messages.map(({ seq }) => seq)).toEqual([3, 4, 5, 6]);
    expect(applyToTimeline(loaded, { ...earlier, before: 7 })).toBe(loaded);
  });

  it("drops a draft when its message comes, from the answer or from the feed, and keeps the others", () => {
    const put = (clientKey: string) =>
      ({ type: "draft.put", draft: { clientKey, body: "?", state: "sending", problem: null } }) as const;
    const drafted = applyToTimeline(applyToTimeline(loaded, put("key-a-7")), put("key-other"));
    const stored = applyToTimeline(drafted, { type: "message.stored", message: message(7) });
    expect(stored.drafts.map(({ clientKey }) => clientKey)).toEqual(["key-other"]);
  });
});
