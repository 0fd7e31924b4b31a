import { expect, test } from "vitest";
import { instantAt } from "./conversation-samples";
import { applyToOutbox, type Outbox, type OutboxChange, turnsOf } from "./outbox";

const written = (clientKey: string, conversationId: string, seconds: number): OutboxChange => ({
  type: "draft.written",
  draft: {
    clientKey,
    conversationId,
    body: `text of ${clientKey}`,
    files: [],
    replyTo: null,
    note: false,
    offer: false,
    quickReplies: [],
    actions: null,
    sendAt: null,
    hold: null,
    after: null,
    at: instantAt(seconds),
  },
});
const after = (...changes: OutboxChange[]): Outbox => changes.reduce(applyToOutbox, []);
const keys = (outbox: Outbox) => outbox.map((draft) => draft.clientKey);

test("one draft of each conversation goes at a time, the oldest first", () => {
  const outbox = after(written("b", "one", 2), written("a", "one", 1), written("c", "two", 3));
  expect(keys(turnsOf(outbox))).toEqual(["a", "c"]);
  const sending = applyToOutbox(outbox, { type: "draft.sending", clientKey: "a" });
  expect(keys(turnsOf(sending))).toEqual(["c"]);
  expect(keys(turnsOf(applyToOutbox(sending, { type: "draft.gone", clientKey: "a" })))).toEqual(["b", "c"]);
});

test("a draft that no connection took waits again, before those written after it", () => {
  const outbox = after(
    written("a", "one", 1),
    written("b", "one", 2),
    { type: "draft.sending", clientKey: "a" },
    { type: "draft.delayed", clientKey: "a" },
  );
  expect(keys(turnsOf(outbox))).toEqual(["a"]);
  expect(outbox[0]).toMatchObject({ state: "waiting", tries: 1 });
});

test("a refused draft stays with its sentence, lets the next one go, and goes again when its author asks", () => {
  const outbox = after(
    written("a", "one", 1),
    written("b", "one", 2),
    { type: "draft.sending", clientKey: "a" },
    { type: "draft.refused", clientKey: "a", problem: "Amélie withdrew." },
  );
  expect(outbox[0]).toMatchObject({ state: "unsent", problem: "Amélie withdrew." });
  expect(keys(turnsOf(outbox))).toEqual(["b"]);
  expect(keys(turnsOf(applyToOutbox(outbox, { type: "draft.retried", clientKey: "a" })))).toEqual(["a"]);
});

test("what was on its way when the page went is sent again under its key, and nothing stands twice", () => {
  const before = after(written("a", "one", 1), { type: "draft.sending", clientKey: "a" });
  const restored = after({ type: "drafts.restored", drafts: before }, { type: "drafts.restored", drafts: before });
  expect(keys(turnsOf(restored))).toEqual(["a"]);
  expect(restored).toHaveLength(1);
  expect(applyToOutbox(restored, written("a", "one", 9))).toBe(restored);
});

test("a change for a draft that is gone does nothing", () => {
  const outbox = after(written("a", "one", 1));
  const gone = applyToOutbox(outbox, { type: "draft.gone", clientKey: "a" });
  expect(applyToOutbox(gone, { type: "draft.refused", clientKey: "a", problem: "Late." })).toEqual([]);
});
