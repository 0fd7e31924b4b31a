import { expect, test } from "vitest";
import { instantAt } from "./conversation-samples";
import {
  applyToOutbox,
  boxAt,
  boxOf,
  filesOf,
  type Outbox,
  type OutboxChange,
  type Outstanding,
  toBeFilled,
  turnsOf,
} from "./outbox";
import type { AttachmentView } from "./view-message";

const written = (clientKey: string, conversationId: string, seconds: number): OutboxChange => ({
  type: "draft.written",
  draft: {
    clientKey,
    conversationId,
    body: `text of ${clientKey}`,
    files: [],
    outstanding: null,
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
const file = (id: string, kind: AttachmentView["kind"]): AttachmentView => ({
  ...{ id, kind, state: "stored", fileName: id, contentType: "", bytes: 1, url: null },
});
const sentEarly = (clientKey: string, seconds: number, outstanding: Outstanding): OutboxChange => {
  const change = written(clientKey, "one", seconds);
  if (change.type !== "draft.written") throw new Error("not written");
  return { ...change, draft: { ...change.draft, outstanding, quickReplies: ["Yes"], after: { does: "close" } } };
};
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

test("an answer whose files go up waits, with all that was written after it, and is one message once they are there", () => {
  const outbox = after(sentEarly("a", 1, { most: null, keys: [] }), written("b", "one", 2), written("c", "two", 3));
  expect(keys(turnsOf(outbox))).toEqual(["c"]);
  const restored = after({ type: "drafts.restored", drafts: outbox });
  expect(keys(turnsOf(restored))).toEqual(["c"]);
  const files = [file("p", "image"), file("d", "file")];
  const filled = applyToOutbox(restored, { type: "draft.filled", clientKey: "a", files });
  expect(keys(turnsOf(filled))).toEqual(["a", "c"]);
  expect(filled[0]).toMatchObject({ body: "text of a", files, outstanding: null, after: { does: "close" } });
});

test("on Messenger it becomes the same messages under the same keys each time, and what follows from it follows from the last", () => {
  const outstanding = { most: 2_000, keys: ["a1", "a2", "a3", "a4"] };
  const outbox = after(sentEarly("a", 1, outstanding), written("b", "one", 2));
  const files = [file("p", "image"), file("q", "image"), file("d", "file")];
  const filled = () => applyToOutbox(outbox, { type: "draft.filled", clientKey: "a", files });
  expect(filled()).toEqual(filled());
  expect(filled().map(({ clientKey, body, files }) => [clientKey, body, files.map(({ id }) => id)])).toEqual([
    ["a1", "", ["p", "q"]],
    ["a2", "", ["d"]],
    ["a", "text of a", []],
    ["b", "text of b", []],
  ]);
  expect(filled().map(({ after }) => after)).toEqual([null, null, { does: "close" }, null]);
  expect(filled().map(({ quickReplies }) => quickReplies.length)).toEqual([0, 0, 1, 0]);
});

test("an answer of which nothing is left goes nowhere, and one without words is its files", () => {
  const wordless = after(sentEarly("a", 1, { most: null, keys: [] })).map((draft) => ({ ...draft, body: " " }));
  expect(applyToOutbox(wordless, { type: "draft.filled", clientKey: "a", files: [] })).toEqual([]);
  const [one] = applyToOutbox(wordless, { type: "draft.filled", clientKey: "a", files: [file("d", "file")] });
  expect(one).toMatchObject({ clientKey: "a", files: [{ id: "d" }] });
});

test("there are as many keys as there can be messages", () => {
  let made = 0;
  const nextKey = () => `key ${made++}`;
  expect(toBeFilled({ body: "words", files: 2, most: null }, nextKey)).toEqual({
    clientKey: "key 0",
    outstanding: { most: null, keys: [] },
  });
  const messenger = toBeFilled({ body: "x".repeat(4_500), files: 2, most: 2_000 }, nextKey);
  expect(new Set([messenger.clientKey, ...messenger.outstanding.keys]).size).toBe(5);
});

test("a box is found by the place of its files, and the files of what was sent are of none", () => {
  const conversationId = "0199a1b2-0000-7000-8000-000000000001";
  for (const note of [false, true])
    expect(boxAt(boxOf({ conversationId, note }))).toEqual({ conversationId, kind: note ? "note" : "reply" });
  for (const other of [filesOf({ clientKey: conversationId }), `saved-reply:${conversationId}`, ""])
    expect(boxAt(other)).toBeNull();
});
