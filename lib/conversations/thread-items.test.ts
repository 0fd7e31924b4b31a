import { expect, test } from "vitest";
import { instantAt, sampleMessage } from "./conversation-samples";
import type { Draft } from "./outbox";
import { threadItems } from "./thread-items";

const dayOf = (at: string) => at.slice(0, 10);
const shape = (items: ReturnType<typeof threadItems>) =>
  items.map((item) =>
    item.kind === "message" ? `${item.first ? "(" : ""}${item.message.seq}${item.last ? ")" : ""}` : item.kind,
  );
const draft = (clientKey: string): Draft => ({
  clientKey,
  conversationId: "one",
  body: "Hello",
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
  at: instantAt(0),
  state: "waiting",
  tries: 0,
  problem: null,
});

test("a line stands where a day begins, and close messages of one author make a run", () => {
  const messages = [
    sampleMessage({ seq: 1, createdAt: "2025-05-22T22:00:00.000Z" }),
    sampleMessage({ seq: 2, createdAt: "2025-05-23T09:00:00.000Z" }),
    sampleMessage({ seq: 3, createdAt: "2025-05-23T09:01:00.000Z" }),
    sampleMessage({ seq: 4, createdAt: "2025-05-23T09:02:00.000Z", author: "member", memberId: "lea" }),
    sampleMessage({ seq: 5, createdAt: "2025-05-23T09:20:00.000Z", author: "member", memberId: "lea" }),
    sampleMessage({ seq: 6, createdAt: "2025-05-23T09:21:00.000Z", author: "member", memberId: "karim" }),
  ];
  expect(shape(threadItems(messages, [], dayOf))).toEqual(["day", "(1)", "day", "(2", "3)", "(4)", "(5)", "(6)"]);
});

test("what happened without anybody writing ends a run", () => {
  const messages = [
    sampleMessage({ seq: 1 }),
    sampleMessage({ seq: 2, kind: "event", event: { type: "resumed" } }),
    sampleMessage({ seq: 3 }),
  ];
  expect(shape(threadItems(messages, [], dayOf))).toEqual(["day", "(1)", "event", "(3)"]);
});

test("what was cleared shows nothing, not even its day", () => {
  const cleared = sampleMessage({ seq: 1, kind: "event", body: "", createdAt: "2023-05-22T22:00:00.000Z" });
  expect(shape(threadItems([cleared, sampleMessage({ seq: 2 })], [], dayOf))).toEqual(["day", "(2)"]);
});

test("a message that could not be delivered stands alone, so that its state shows", () => {
  const ours = { author: "member", memberId: "lea" } as const;
  const messages = [
    sampleMessage({ seq: 1, ...ours }),
    sampleMessage({ seq: 2, ...ours, delivery: "failed" }),
    sampleMessage({ seq: 3, ...ours }),
  ];
  expect(shape(threadItems(messages, [], dayOf))).toEqual(["day", "(1)", "(2)", "(3)"]);
});

test("a draft whose message is stored is not shown beside it, and keeps its place on screen", () => {
  const messages = [sampleMessage({ seq: 1, author: "member", clientKey: "a" })];
  const items = threadItems(messages, [draft("a"), draft("b")], dayOf);
  expect(items.map((item) => item.key).slice(1)).toEqual(["a", "b"]);
  expect(shape(items)).toEqual(["day", "(1)", "draft"]);
});

test("what was sent from Facebook and what another app sent are no run", () => {
  const sent = { author: "member", delivery: "sent" } as const;
  const messages = [
    sampleMessage({ ...sent, seq: 1, payload: { sentFrom: "page_inbox" } }),
    sampleMessage({ ...sent, seq: 2, payload: { sentFrom: "page_inbox" } }),
    sampleMessage({ ...sent, seq: 3, payload: { sentFrom: "other_app" } }),
  ];
  expect(shape(threadItems(messages, [], dayOf))).toEqual(["day", "(1", "2)", "(3)"]);
});

test("messages that came in another order stand in the order they were written", () => {
  const messages = [
    sampleMessage({ seq: 1, createdAt: "2025-05-23T09:00:30.000Z" }),
    sampleMessage({ seq: 2, createdAt: "2025-05-23T09:00:10.000Z" }),
    sampleMessage({ seq: 3, createdAt: "2025-05-23T09:00:30.000Z" }),
  ];
  expect(shape(threadItems(messages, [], dayOf))).toEqual(["day", "(2", "1", "3)"]);
});

test("a line stands before the first of her messages that was not read, and parts the run", () => {
  const held = [1, 2, 3].map((seq) => sampleMessage({ seq }));
  expect(shape(threadItems(held, [], dayOf, 1))).toEqual(["day", "(1)", "unread", "(2", "3)"]);
  expect(shape(threadItems(held.slice(1), [], dayOf, 1))).not.toContain("unread");
  expect(shape(threadItems(held, [], dayOf, 3))).toEqual(["day", "(1", "2", "3)"]);
  const own = [sampleMessage({ seq: 1 }), sampleMessage({ seq: 2, author: "member", delivery: "sent" })];
  expect(shape(threadItems(own, [], dayOf, 1))).toEqual(["day", "(1)", "(2)"]);
});
