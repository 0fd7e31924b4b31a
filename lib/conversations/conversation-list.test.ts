import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyToList, type ConversationList, conversationListOf, type ListPage } from "./conversation-list";
import { belongsTo, isFixed, type Order, orderOf, type Place, type View, type Way } from "./conversation-order";
import { instantAt, sampleRow } from "./conversation-samples";
import type { ConversationRow } from "./view-conversation";
import type { Filter } from "./views/filter";
import { matches } from "./views/matches";

const ME = "0197a000-0000-7000-8000-00000000a001";
const OTHER = "0197a000-0000-7000-8000-00000000a002";
const VIEWS: View[] = ["mine", "unassigned", "open", "ending_soon", "snoozed", "closed", "mentions", "spam"];
const ORDERS: Order[] = ["newest", "waiting", "ending", "priority", "value"];
const TEAM = { id: "0197a000-0000-7000-8000-00000000d001", name: "Livraison" };
const PAGE = 3;
/** By which windows are measured: some have ended then, some end soon, some later. */
const AT = instantAt(1_000);

type Question = { view: View; order: Way };

/** What the saved view of these stories holds. */
const FILTER: Filter = {
  any: [
    {
      all: [
        { field: "status", is: ["open", "snoozed"] },
        { field: "assignee", is: ["me", "nobody"] },
        { field: "team", is: [TEAM.id], not: true },
      ],
    },
    { field: "priority", is: ["urgent"], not: true },
    {
      any: [
        { field: "value", over: 500 },
        { field: "waiting", over: 5 },
      ],
    },
  ],
};
const SAVED: View = "view:0197a000-0000-7000-8000-00000000f001";

const asked = ({ view, order }: Question) => ({
  ...{ view, order, memberId: ME, at: AT },
  filter: view === SAVED ? FILTER : null,
});
const open: Question = { view: "open", order: "newest" };
const RANKS = { urgent: 0, high: 1, normal: 2, low: 3 };

/** Sorts as the list does, first to last: who waits or whose window runs by that time, then the rest by the last message. */
function rank(
  { id, windowExpiresAt: ends, waitingSince, snoozedUntil, priority, lastMessageAt, facts }: ConversationRow,
  order: Way,
): string {
  const soonest = {
    waiting: waitingSince,
    ending: ends !== null && ends > AT ? ends : null,
    waking: snoozedUntil,
    newest: null,
    priority: null,
    value: null,
  };
  const at = soonest[order];
  if (at !== null) return rankOf({ part: 0, first: "earliest", at, id });
  const part = { newest: 0, waiting: 1, ending: 1, waking: 1, priority: RANKS[priority], value: 0 }[order];
  return rankOf({
    part,
    first: "latest",
    at: order === "value" ? String(facts.value).padStart(16, "0") : lastMessageAt,
    id,
  });
}

function rankOf({ part, first, at, id }: Place): string {
  const backwards = (text: string) => [...text].map((sign) => String.fromCharCode(200 - sign.charCodeAt(0))).join("");
  return `${part}${first === "earliest" ? `${at}${id}` : backwards(`${at}${id}`)}`;
}

/** A server of one shop: its conversations, in the order and pages of the real query, and every change it told. */
class Shop {
  rows = new Map<string, ConversationRow>();
  told: ConversationRow[] = [];
  clock = 0;

  change(step: Step) {
    const id = `0197a000-0000-7000-8000-${String(step.pick).padStart(12, "0")}`;
    const before = this.rows.get(id) ?? sampleRow({ id, version: 0 });
    this.clock += 1;
    const at = instantAt(this.clock);
    const moved = step.kind === "message" || before.version === 0;
    const status = statusAfter(step.kind, before.status);
    const until = step.kind === "snooze" ? instantAt(9_000 - this.clock) : before.snoozedUntil;
    const row: ConversationRow = {
      ...before,
      version: before.version + 1,
      updatedAt: at,
      lastMessageAt: moved ? at : before.lastMessageAt,
      status,
      snoozedUntil: status === "snoozed" ? until : null,
      waitingSince: step.kind === "message" ? (before.waitingSince ?? at) : step.to === ME ? null : before.waitingSince,
      priority: step.kind === "read" ? step.priority : before.priority,
      facts: step.kind === "assign" ? { ...before.facts, value: step.pick * 100 } : before.facts,
      tags: step.kind === "tag" ? [...before.tags, `tag-${this.clock}`] : before.tags,
      mentions: step.kind === "tag" && step.to ? [...new Set([...before.mentions, step.to])] : before.mentions,
      assignee: step.kind !== "assign" ? before.assignee : step.to ? { memberId: step.to, name: "Someone" } : null,
      team: step.kind !== "assign" ? before.team : (step.ends ?? 0) > 5_000 ? TEAM : null,
      windowExpiresAt: step.ends === null ? before.windowExpiresAt : instantAt(step.ends),
    };
    this.rows.set(id, row);
    this.told.push(row);
  }

  all({ view, order }: Question): ConversationRow[] {
    const by = (row: ConversationRow) => rank(row, orderOf(view, order));
    return [...this.rows.values()]
      .filter((row) => (isFixed(view) ? belongsTo(view, ME, row, AT) : matches(FILTER, row, { memberId: ME, at: AT })))
      .sort((a, b) => (by(a) < by(b) ? -1 : 1));
  }

  page(question: Question, cursor: string | null): ListPage {
    const by = (row: ConversationRow) => rank(row, orderOf(question.view, question.order));
    const rows = this.all(question).filter((row) => cursor === null || by(row) > cursor);
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    return { rows: page, next: rows.length > PAGE && last ? by(last) : null };
  }

  since(at: string): ConversationRow[] {
    return [...this.rows.values()].filter((row) => row.updatedAt >= at);
  }
}

const KINDS = ["message", "close", "assign", "read", "snooze", "spam", "tag"] as const;
type Kind = (typeof KINDS)[number];

function statusAfter(kind: Kind, before: ConversationRow["status"]): ConversationRow["status"] {
  if (kind === "message") return before === "spam" ? "spam" : "open";
  if (kind === "close") return "closed";
  if (kind === "snooze") return "snoozed";
  return kind === "spam" ? "spam" : before;
}

type Step = {
  kind: Kind;
  pick: number;
  to: string | null;
  priority: ConversationRow["priority"];
  /** When its reply window ends from now on, in seconds. */
  ends: number | null;
};
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("message", ...KINDS),
  priority: fc.constantFrom("low", "normal", "high", "urgent"),
  pick: fc.integer({ min: 1, max: 12 }),
  to: fc.constantFrom(null, ME, OTHER),
  ends: fc.option(fc.constantFrom(10, 900, 2_000, 5_000, 8_200, 8_201, 20_000)),
});
const story = fc.record({
  question: fc.record({ view: fc.constantFrom(...VIEWS, SAVED), order: fc.constantFrom(...ORDERS) }),
  past: fc.array(step, { maxLength: 25 }),
  future: fc.array(step, { maxLength: 25 }),
  pages: fc.nat(3),
  order: fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 }),
});

function loadMore(list: ConversationList, shop: Shop): ConversationList {
  return list.next === null
    ? list
    : applyToList(list, { type: "page.loaded", after: list.next, ...shop.page(list, list.next) });
}

/** What a fresh load of the same stretch of the list would show. */
function expectFresh(list: ConversationList, shop: Shop) {
  const { edge } = list;
  const all = shop.all(list);
  const fresh = all.filter((row) => !edge || rank(row, list.order) <= rankOf(edge));
  expect(list.rows).toEqual(fresh);
}

describe("a list equals a fresh load", () => {
  test("after every change, in any order and any number of times", () => {
    fc.assert(
      fc.property(story, ({ question, past, future, pages, order }) => {
        const shop = new Shop();
        for (const one of past) shop.change(one);
        let list = conversationListOf(asked(question), shop.page(question, null));
        for (let i = 0; i < pages; i += 1) list = loadMore(list, shop);
        for (const one of future) shop.change(one);
        const keyed = [...shop.told, ...shop.told].map((row, i) => ({ row, key: order[i % order.length] ?? 0 }));
        for (const { row } of keyed.sort((a, b) => a.key - b.key))
          list = applyToList(list, { type: "conversation.changed", row });
        expectFresh(list, shop);
        expectFresh(loadMore(list, shop), shop);
      }),
    );
  });

  test("after losing any of the changes, once what changed since is fetched", () => {
    fc.assert(
      fc.property(story, ({ question, past, future, pages, order }) => {
        const shop = new Shop();
        for (const one of past) shop.change(one);
        const loadedAt = instantAt(shop.clock);
        const told = shop.told.length;
        let list = conversationListOf(asked(question), shop.page(question, null));
        for (const one of future) shop.change(one);
        const since = shop.told.slice(told);
        for (let i = 0; i < pages; i += 1) list = loadMore(list, shop);
        for (const n of order) {
          const row = since[n % Math.max(1, since.length)];
          if (row) list = applyToList(list, { type: "conversation.changed", row });
        }
        expectFresh(applyToList(list, { type: "changes.loaded", rows: shop.since(loadedAt) }), shop);
      }),
    );
  });

  test("after a restart, whatever was held before", () => {
    fc.assert(
      fc.property(story, ({ question, past, future }) => {
        const shop = new Shop();
        for (const one of past) shop.change(one);
        const list = conversationListOf(asked(question), shop.page(question, null));
        for (const one of future) shop.change(one);
        expectFresh(applyToList(list, { type: "list.restarted", ...shop.page(question, null) }), shop);
      }),
    );
  });
});

test("a conversation that left the view does not come back by an older copy", () => {
  const row = sampleRow({ version: 4 });
  const list = conversationListOf(asked(open), { rows: [row], next: null });
  const closed = applyToList(list, { type: "conversation.changed", row: { ...row, version: 5, status: "closed" } });
  expect(closed.rows).toEqual([]);
  expect(applyToList(closed, { type: "conversation.changed", row }).rows).toEqual([]);
});

test("a page that answers an older question brings its rows and moves no edge", () => {
  const rows = [1, 2, 3].map((n) => sampleRow({ id: `row-${n}`, lastMessageAt: instantAt(10 - n) }));
  const list = conversationListOf(asked(open), { rows: rows.slice(0, 1), next: "second" });
  const moved = applyToList(list, { type: "page.loaded", after: "second", rows: rows.slice(1), next: null });
  const again = applyToList(moved, { type: "page.loaded", after: "second", rows: rows.slice(1, 2), next: "third" });
  expect(again.next).toBeNull();
  expect(again.rows).toEqual(rows);
});

test("as the clock moves, a window that ends leaves what ends soon and loses its place by time left", () => {
  const ends = (id: string, seconds: number) => sampleRow({ id, windowExpiresAt: instantAt(seconds) });
  const rows = [ends("a", 2_000), ends("b", 3_000), ends("c", 1_000 + 7_201)];
  const shown = (view: View, at: number) => {
    const list = conversationListOf(asked({ view, order: "ending" }), { rows, next: null });
    return applyToList(list, { type: "clock.moved", at: instantAt(at) }).rows.map((row) => row.id);
  };
  expect(shown("ending_soon", 1_000)).toEqual(["a", "b"]);
  expect(shown("ending_soon", 2_000)).toEqual(["b", "c"]);
  expect(shown("open", 2_000)).toEqual(["b", "c", "a"]);
});

test("a clock found to be ahead is set back, and what seemed to have ended is there again", () => {
  const row = sampleRow({ id: "a", windowExpiresAt: instantAt(2_000) });
  const list = conversationListOf(asked({ view: "ending_soon", order: "ending" }), { rows: [row], next: null });
  const ahead = applyToList(list, { type: "clock.moved", at: instantAt(9_000) });
  const right = applyToList(ahead, { type: "clock.moved", at: instantAt(1_001) });
  expect([ahead, right].map(({ rows }) => rows.length)).toEqual([0, 1]);
});

test("a list open for days forgets what it does not show and changed longest ago", () => {
  const closed = Array.from({ length: 700 }, (_, at) =>
    sampleRow({ id: `closed ${at}`, status: "closed", updatedAt: instantAt(at), version: 9 }),
  );
  const shown = sampleRow({ id: "open", updatedAt: instantAt(0) });
  const list = conversationListOf(asked({ view: "open", order: "newest" }), { rows: [shown], next: null });
  const after = closed.reduce((held, row) => applyToList(held, { type: "conversation.changed", row }), list);
  expect(Object.keys(after.known).length).toBeLessThan(600);
  expect(after.known["closed 699"]).toBeDefined();
  expect(after.rows.map(({ id }) => id)).toEqual(["open"]);
});
