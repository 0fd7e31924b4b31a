import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Outcome, Problem } from "./api";
import { createOutbox } from "./outbox";
import { applyToTimeline, type Draft, emptyTimeline } from "./timeline";
import type { VisitorMessageView } from "./views";

/** Longer than all that is waited for here; whatever else of this process waits again and again is left to it. */
const MINUTE = 60_000;
const down: Problem = { ok: false, status: 0, message: null, retry: true, after: 0 };
const refusal: Problem = { ok: false, status: 422, message: "This link is not accepted.", retry: false, after: 0 };

/** A shop that answers as told, then accepts; it stores one message per key, as the real one does. */
function start(answers: Problem[] = []) {
  const sent: string[] = [];
  const stored = new Map<string, VisitorMessageView>();
  let timeline = emptyTimeline;
  const outbox = createOutbox({
    drafts: () => timeline.drafts,
    apply(change) {
      timeline = applyToTimeline(timeline, change);
    },
    async send({ clientKey, body }: Draft): Promise<Outcome<VisitorMessageView>> {
      sent.push(body);
      const problem = answers.shift();
      if (problem) return problem;
      const seq = stored.size + 1;
      const fresh: VisitorMessageView = {
        ...{ id: clientKey, seq, version: 1, kind: "text", author: "contact", authorName: null, body },
        ...{
          event: null,
          receipt: null,
          attachments: [],
          quickReplies: [],
          sticker: null,
          clientKey,
          createdAt: "2026-03-03T10:00:00.000Z",
        },
      };
      const message = stored.get(clientKey) ?? fresh;
      stored.set(clientKey, message);
      return { ok: true, value: message };
    },
    refused: "Not sent.",
  });
  return {
    outbox,
    sent,
    stored,
    timeline: () => timeline,
    restore: (drafts: Draft[]) => (timeline = { ...timeline, drafts }),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the outbox", () => {
  it("sends in her order, one at a time", async () => {
    const { outbox, sent, timeline } = start();
    for (const body of ["one", "two", "three"]) outbox.add(body);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(sent).toEqual(["one", "two", "three"]);
    expect(timeline().messages.map(({ body }) => body)).toEqual(["one", "two", "three"]);
    expect(timeline().drafts).toEqual([]);
  });

  it("waits while there is no connection and sends again by itself, under the same key and before what came later", async () => {
    const { outbox, sent, stored, timeline } = start([down, down, { ...down, status: 503 }]);
    outbox.add("one", {}, "key-1");
    outbox.add("two", {}, "key-2");
    await vi.advanceTimersByTimeAsync(0);
    expect(timeline().drafts.map(({ state }) => state)).toEqual(["waiting", "waiting"]);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(sent).toEqual(["one", "one", "one", "one", "two"]);
    expect([...stored.keys()]).toEqual(["key-1", "key-2"]);
  });

  it("tries at once when told that the connection is back", async () => {
    const { outbox, timeline } = start([down, down, down, down, down]);
    outbox.add("one");
    await vi.advanceTimersByTimeAsync(0);
    for (let i = 0; i < 5; i++) {
      outbox.kick();
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(timeline().messages).toHaveLength(1);
  });

  it("waits as long as the server asks", async () => {
    const { outbox, sent } = start([{ ...down, status: 429, after: 30 }]);
    outbox.add("one");
    await vi.advanceTimersByTimeAsync(29_000);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(sent).toHaveLength(2);
  });

  it("keeps a refused text with its reason, and lets the next message pass", async () => {
    const { outbox, timeline } = start([refusal]);
    outbox.add("bad", {}, "key-bad");
    outbox.add("good");
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(timeline().messages.map(({ body }) => body)).toEqual(["good"]);
    expect(timeline().drafts).toEqual([
      { clientKey: "key-bad", body: "bad", state: "refused", problem: "This link is not accepted." },
    ]);
  });

  it("says its own sentence when the refusal had none", async () => {
    const { outbox, timeline } = start([{ ...refusal, message: null }]);
    outbox.add("bad");
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(timeline().drafts[0]?.problem).toBe("Not sent.");
  });

  it("sends a refused message again under its own key, or hands its text back", async () => {
    const { outbox, stored, timeline } = start([refusal, refusal]);
    outbox.add("one", {}, "key-1");
    outbox.add("two", {}, "key-2");
    await vi.advanceTimersByTimeAsync(MINUTE);
    outbox.retry("key-1");
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect([...stored.keys()]).toEqual(["key-1"]);
    expect(outbox.take("key-2")).toBe("two");
    expect(timeline().drafts).toEqual([]);
    expect(outbox.take("key-2")).toBe("");
  });

  it("sends what a reload brought back, and makes no second message of what was stored before it", async () => {
    const { outbox, stored, restore } = start([down]);
    outbox.add("one", {}, "key-1");
    await vi.advanceTimersByTimeAsync(MINUTE);
    restore([{ clientKey: "key-1", body: "one", state: "waiting", problem: null }]);
    outbox.kick();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect([...stored.keys()]).toEqual(["key-1"]);
  });

  it("forgets a file she stopped on its way, and sends what comes after it", async () => {
    const { outbox, sent, timeline } = start([down]);
    const file = { source: new File([], "a.png"), sent: 0, stop: new AbortController() };
    outbox.add("", { file }, "key-file");
    outbox.add("after");
    outbox.drop("key-file");
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(file.stop.signal.aborted).toBe(true);
    expect(sent).toEqual(["", "after"]);
    expect(timeline()).toMatchObject({ messages: [{ body: "after" }], drafts: [] });
  });
});
