import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyToList,
  belongsTo,
  type ConversationList,
  conversationListOf,
  type ListPage,
  type View,
} from "./conversation-list";
import { instantAt, sampleRow } from "./conversation-samples";
import type { ConversationRow } from "./view-conversation";

const ME = "0197a000-0000-7000-8000-00000000a001";
const OTHER = "0197a000-0000-7000-8000-00000000a002";
const VIEWS: View[] = ["mine", "unassigned", "open", "closed"];
const PAGE = 3;

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
    const row: ConversationRow = {
      ...before,
      version: before.version + 1,
      updatedAt: at,
      lastMessageAt: moved ? at : before.lastMessageAt,
      status: step.kind === "close" ? "closed" : step.kind === "message" ? "open" : before.status,
      assignee: step.kind !== "assign" ? before.assignee : step.to ? { memberId: step.to, name: "Someone" } : null,
    };
    this.rows.set(id, row);
    this.told.push(row);
  }

  all(view: View): ConversationRow[] {
    return [...this.rows.values()]
      .filter((row) => belongsTo(view, ME, row))
      .sort((a, b) => (`${a.lastMessageAt}${a.id}` < `${b.lastMessageAt}${b.id}` ? 1 : -1));
  }

  page(view: View, cursor: string | null): ListPage {
    const rows = this.all(view).filter((row) => cursor === null || `${row.lastMessageAt}${row.id}` < cursor);
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    return { rows: page, next: rows.length > PAGE && last ? `${last.lastMessageAt}${last.id}` : null };
  }

  since(at: string): ConversationRow[] {
    return [...this.rows.values()].filter((row) => row.updatedAt >= at);
  }
}

type Step = { kind: "message" | "close" | "assign" | "read"; pick: number; to: string | null };
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("message", "message", "close", "assign", "read"),
  pick: fc.integer({ min: 1, max: 12 }),
  to: fc.constantFrom(null, ME, OTHER),
});
const story = fc.record({
  view: fc.constantFrom(...VIEWS),
  past: fc.array(step, { maxLength: 25 }),
  future: fc.array(step, { maxLength: 25 }),
  pages: fc.nat(3),
  order: fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 }),
});

function loadMore(list: ConversationList, shop: Shop): ConversationList {
  return list.next === null
    ? list
    : applyToList(list, { type: "page.loaded", after: list.next, ...shop.page(list.view, list.next) });
}

/** What a fresh load of the same stretch of the list would show. */
function expectFresh(list: ConversationList, shop: Shop) {
  const { edge } = list;
  const fresh = shop.all(list.view).filter((row) => !edge || `${row.lastMessageAt}${row.id}` >= `${edge.at}${edge.id}`);
  expect(list.rows).toEqual(fresh);
}

describe("a list equals a fresh load", () => {
  test("after every change, in any order and any number of times", () => {
    fc.assert(
      fc.property(story, ({ view, past, future, pages, order }) => {
        const shop = new Shop();
        for (const one of past) shop.change(one);
        let list = conversationListOf(view, ME, shop.page(view, null));
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
      fc.property(story, ({ view, past, future, pages, order }) => {
        const shop = new Shop();
        for (const one of past) shop.change(one);
        const loadedAt = instantAt(shop.clock);
        const told = shop.told.length;
        let list = conversationListOf(view, ME, shop.page(view, null));
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
      fc.property(story, ({ view, past, future }) => {
        const shop = new Shop();
        for (const one of past) shop.change(one);
        const list = conversationListOf(view, ME, shop.page(view, null));
        for (const one of future) shop.change(one);
        expectFresh(applyToList(list, { type: "list.restarted", ...shop.page(view, null) }), shop);
      }),
    );
  });
});

test("a conversation that left the view does not come back by an older copy", () => {
  const row = sampleRow({ version: 4 });
  const list = conversationListOf("open", ME, { rows: [row], next: null });
  const closed = applyToList(list, { type: "conversation.changed", row: { ...row, version: 5, status: "closed" } });
  expect(closed.rows).toEqual([]);
  expect(applyToList(closed, { type: "conversation.changed", row }).rows).toEqual([]);
});

test("a page that answers an older question brings its rows and moves no edge", () => {
  const rows = [1, 2, 3].map((n) => sampleRow({ id: `row-${n}`, lastMessageAt: instantAt(10 - n) }));
  const list = conversationListOf("open", ME, { rows: rows.slice(0, 1), next: "second" });
  const moved = applyToList(list, { type: "page.loaded", after: "second", rows: rows.slice(1), next: null });
  const again = applyToList(moved, { type: "page.loaded", after: "second", rows: rows.slice(1, 2), next: "third" });
  expect(again.next).toBeNull();
  expect(again.rows).toEqual(rows);
});
