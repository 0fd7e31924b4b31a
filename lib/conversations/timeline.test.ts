import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantAt, sampleMessage, sampleRow } from "./conversation-samples";
import { applyToTimeline, hasOlder, missingAfter, type Timeline, type TimelineChange, timelineOf } from "./timeline";
import type { ConversationRow } from "./view-conversation";
import type { MessageView } from "./view-message";

/** A server of one conversation: what it stores, and every change it told. */
class Conversation {
  messages: MessageView[] = [];
  row: ConversationRow = sampleRow();
  told: TimelineChange[] = [];

  private tell(message: MessageView, large: boolean) {
    const { seq, version } = message;
    this.told.push(large ? { type: "message.hinted", seq, version } : { type: "message.stored", message });
  }

  private changeRow(set: Partial<ConversationRow>) {
    this.row = { ...this.row, ...set, version: this.row.version + 1 };
    this.told.push({ type: "conversation.changed", row: this.row });
  }

  write(large: boolean) {
    const message = sampleMessage({ seq: this.row.lastSeq + 1, author: "member", delivery: "queued" });
    this.messages.push(message);
    this.tell(message, large);
    this.changeRow({ lastSeq: message.seq, lastMessageAt: instantAt(message.seq) });
  }

  update(pick: number, large: boolean) {
    const index = pick % Math.max(1, this.messages.length);
    const before = this.messages[index];
    if (!before) return;
    const after = { ...before, version: before.version + 1, delivery: "sent" as const, body: `${before.body}, again` };
    this.messages[index] = after;
    this.tell(after, large);
  }

  read() {
    this.changeRow({ contactReadSeq: this.row.lastSeq, contactDeliveredSeq: this.row.lastSeq });
  }

  load(page: number): Timeline {
    return timelineOf({ row: this.row, messages: this.messages.slice(-page) });
  }

  after(seq: number): TimelineChange {
    return { type: "messages.loaded", row: this.row, messages: this.messages.filter((m) => m.seq > seq).slice(0, 3) };
  }

  before(seq: number): TimelineChange {
    return { type: "messages.loaded", row: this.row, messages: this.messages.filter((m) => m.seq < seq).slice(-3) };
  }
}

type Step = { kind: "write" | "update" | "read"; pick: number; large: boolean };
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("write", "write", "update", "read"),
  pick: fc.nat(50),
  large: fc.boolean(),
});

function run(server: Conversation, steps: Step[]) {
  for (const { kind, pick, large } of steps) {
    if (kind === "write") server.write(large);
    else if (kind === "update") server.update(pick, large);
    else server.read();
  }
}

/** Fetches what the timeline says is missing until it says nothing more, as the screen does. */
function mend(timeline: Timeline, server: Conversation): Timeline {
  let mended = timeline;
  for (let missing = missingAfter(mended); missing !== null; missing = missingAfter(mended)) {
    const before = mended;
    mended = applyToTimeline(mended, server.after(missing));
    expect(mended, "a fetch must bring something").not.toEqual(before);
  }
  return mended;
}

/** Fetches everything held once more, as the screen does after a reconnect. */
function resync(timeline: Timeline, server: Conversation): Timeline {
  const first = timeline.messages[0]?.seq ?? 1;
  let synced = timeline;
  for (let seq = first - 1; seq < server.row.lastSeq; seq += 3) synced = applyToTimeline(synced, server.after(seq));
  return mend(applyToTimeline(synced, server.after(server.row.lastSeq)), server);
}

function expectFresh(timeline: Timeline, server: Conversation) {
  const first = timeline.messages[0]?.seq ?? 1;
  expect(timeline.messages).toEqual(server.messages.filter((message) => message.seq >= first));
  expect(timeline.row).toEqual(server.row);
}

const story = fc.record({
  past: fc.array(step, { maxLength: 12 }),
  future: fc.array(step, { maxLength: 20 }),
  page: fc.integer({ min: 1, max: 6 }),
  order: fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 }),
});

describe("a timeline equals a fresh load", () => {
  test("after every change, in any order and any number of times, fetching only the gaps it reports", () => {
    fc.assert(
      fc.property(story, ({ past, future, page, order }) => {
        const server = new Conversation();
        run(server, past);
        let timeline = server.load(page);
        run(server, future);
        const shuffled = server.told.map((change, i) => ({ change, key: order[i % order.length] ?? 0 }));
        const all = [...shuffled, ...shuffled.slice(0, order.length)].sort((a, b) => a.key - b.key);
        for (const { change } of all) timeline = applyToTimeline(timeline, change);
        expectFresh(mend(timeline, server), server);
      }),
    );
  });

  test("after losing any of the changes, once everything held is fetched again", () => {
    fc.assert(
      fc.property(story, ({ past, future, page, order }) => {
        const server = new Conversation();
        run(server, past);
        let timeline = server.load(page);
        run(server, future);
        for (const n of order) {
          const change = server.told[n % Math.max(1, server.told.length)];
          if (change) timeline = applyToTimeline(timeline, change);
        }
        expectFresh(resync(timeline, server), server);
      }),
    );
  });

  test("when older pages come late, with changes to them heard before", () => {
    fc.assert(
      fc.property(story, ({ past, future, page, order }) => {
        const server = new Conversation();
        run(server, past);
        let timeline = server.load(page);
        const first = timeline.messages[0]?.seq ?? 1;
        const late = server.before(first);
        const told = server.told.length;
        run(server, future);
        const changes = server.told.slice(told).map((change, i) => ({ change, key: order[i % order.length] ?? 0 }));
        for (const { change } of changes.sort((a, b) => a.key - b.key)) timeline = applyToTimeline(timeline, change);
        expectFresh(mend(applyToTimeline(timeline, late), server), server);
      }),
    );
  });

  test("and no step ever takes a message or the row back to an older version", () => {
    fc.assert(
      fc.property(story, ({ past, future, page, order }) => {
        const server = new Conversation();
        run(server, past);
        let timeline = server.load(page);
        run(server, future);
        for (const n of order) {
          const change = server.told[n % Math.max(1, server.told.length)];
          if (!change) return;
          const next = applyToTimeline(timeline, change);
          expect(next.row.version).toBeGreaterThanOrEqual(timeline.row.version);
          for (const message of timeline.messages)
            expect(next.messages.find((m) => m.id === message.id)?.version).toBeGreaterThanOrEqual(message.version);
          timeline = next;
        }
      }),
    );
  });
});

describe("missingAfter", () => {
  const held = (seqs: number[], lastSeq: number) =>
    timelineOf({ row: sampleRow({ lastSeq }), messages: seqs.map((seq) => sampleMessage({ seq })) });

  test("is null when the run is whole", () => {
    expect(missingAfter(held([4, 5, 6], 6))).toBeNull();
    expect(missingAfter(held([], 0))).toBeNull();
  });

  test("names the last number before a hole in the run", () => {
    expect(missingAfter(held([4, 5, 8], 8))).toBe(5);
  });

  test("names the last number held when the row knows of a later one", () => {
    expect(missingAfter(held([4, 5], 7))).toBe(5);
  });

  test("names the number before a message of which only an older version is held", () => {
    const timeline = applyToTimeline(held([4, 5, 6], 6), { type: "message.hinted", seq: 5, version: 2 });
    expect(missingAfter(timeline)).toBe(4);
    const mended = applyToTimeline(timeline, {
      type: "message.stored",
      message: sampleMessage({ seq: 5, version: 2 }),
    });
    expect(missingAfter(mended)).toBeNull();
  });

  test("forgets a hint of what is held already", () => {
    expect(missingAfter(applyToTimeline(held([4, 5], 5), { type: "message.hinted", seq: 5, version: 1 }))).toBeNull();
  });
});

test("messages come before the first one held exactly when its number is above 1", () => {
  expect(hasOlder(timelineOf({ row: sampleRow(), messages: [] }))).toBe(false);
  expect(hasOlder(timelineOf({ row: sampleRow(), messages: [sampleMessage({ seq: 1 })] }))).toBe(false);
  expect(hasOlder(timelineOf({ row: sampleRow(), messages: [sampleMessage({ seq: 2 })] }))).toBe(true);
});

test("of two copies with one version the one whose last message went further stays", () => {
  const copy = (delivery: "queued" | "sent") =>
    sampleRow({
      version: 3,
      lastMessage: {
        seq: 1,
        author: "member",
        authorName: "Léa",
        kind: "text",
        preview: "Hello",
        attachment: null,
        location: false,
        unsent: false,
        event: null,
        delivery,
        at: instantAt(1),
      },
    });
  const change = (row: ConversationRow): TimelineChange => ({ type: "conversation.changed", row });
  const started = timelineOf({ row: sampleRow(), messages: [] });
  for (const order of [
    [copy("queued"), copy("sent")],
    [copy("sent"), copy("queued")],
  ])
    expect(order.map(change).reduce(applyToTimeline, started).row.lastMessage?.delivery).toBe("sent");
});
