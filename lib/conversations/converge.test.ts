import fc from "fast-check";
import { expect, it } from "vitest";
import { conversationChannel, shopChannel } from "#lib/realtime/channels";
import { heard } from "#lib/realtime/deaf-hub-fixture";
import type { TestMember } from "#lib/shops/shop-fixture";
import { runJobs } from "#lib/worker/jobs-fixture";
import { AT_ONCE, attempt, step, type Trial, trial } from "#lib/worker/random-work-fixture";
import { applyToList, type ConversationList, conversationListOf } from "./conversation-list";
import { type CountsView, newerCounts } from "./counts";
import { listChangedConversations } from "./list-changed-conversations";
import { listConversations } from "./list-conversations";
import { loadCounts } from "./load-counts";
import { listMessages, loadThread } from "./load-thread";
import { applyToTimeline, missingAfter, type Timeline, timelineOf } from "./timeline";
import type { ConversationRow } from "./view-conversation";
import type { MessageView } from "./view-message";

const COMMANDS = 60;
const PATIENCE_MS = 90_000;
const VIEWS = ["open", "mine", "unassigned", "snoozed", "closed", "spam", "mentions"] as const;

/** What a window shows: its lists, the threads that were opened, the counts; and what it has not heard yet. */
type Window = {
  member: TestMember;
  lists: ConversationList[];
  threads: Map<string, Timeline>;
  counts: CountsView;
  onTheWay: { channel: string; event: string; data: unknown }[];
};
type Told = { row: ConversationRow; message: MessageView; large?: true; seq: number; version: number } & CountsView;

async function freshLists(member: TestMember, at: string): Promise<ConversationList[]> {
  const asked = { filter: null, order: "newest" as const, memberId: member.memberId, at };
  return Promise.all(
    VIEWS.map(async (view) =>
      conversationListOf({ ...asked, view }, await listConversations(member, { view, limit: 100 })),
    ),
  );
}

async function openWindow(member: TestMember, at: string): Promise<Window> {
  const lists = await freshLists(member, at);
  return { member, lists, threads: new Map(), counts: await loadCounts(member), onTheWay: [] };
}

/** What the window's own code does with a live event. */
function hear(window: Window, { event, data }: Window["onTheWay"][number]): void {
  const told = data as Told;
  if (event === "counts.changed") window.counts = newerCounts(window.counts, told);
  if (event === "conversation.changed") {
    const change = { type: "conversation.changed" as const, row: told.row };
    window.lists = window.lists.map((list) => applyToList(list, change));
    const held = window.threads.get(told.row.id);
    if (held) window.threads.set(told.row.id, applyToTimeline(held, change));
  }
  if (event === "message.stored" && !told.large) {
    const held = window.threads.get(told.message.conversationId);
    const change = { type: "message.stored" as const, message: told.message };
    if (held) window.threads.set(told.message.conversationId, applyToTimeline(held, change));
  }
}

/** Some of what is on its way comes, in any order, some of it twice, some never. */
function deliver(window: Window, chance: () => number): void {
  const left: Window["onTheWay"] = [];
  for (const one of window.onTheWay.sort(() => chance() - 0.5)) {
    const luck = chance();
    if (luck < 0.25) continue;
    if (luck < 0.5) left.push(one);
    else for (let times = luck < 0.7 ? 2 : 1; times > 0; times -= 1) hear(window, one);
  }
  window.onTheWay = left;
}

/** What a window asks for after a silence: what changed since it was opened, and the threads it holds once more. */
async function catchUp(window: Window, since: string): Promise<void> {
  const { member } = window;
  const { rows, counts, complete } = await listChangedConversations(member, { since });
  expect(complete).toBe(true);
  window.counts = newerCounts(window.counts, counts);
  window.lists = window.lists.map((list) => applyToList(list, { type: "changes.loaded", rows }));
  for (const [conversationId, held] of window.threads) {
    let timeline = held;
    for (let after: number | null = (held.messages[0]?.seq ?? 1) - 1; after !== null; ) {
      const page = await listMessages(member, { conversationId, after });
      timeline = applyToTimeline(timeline, { type: "messages.loaded", ...page });
      const last = page.messages.at(-1)?.seq ?? page.row.lastSeq;
      after = last < page.row.lastSeq ? last : null;
    }
    expect(missingAfter(timeline)).toBeNull();
    window.threads.set(conversationId, timeline);
  }
}

async function expectFresh(window: Window, at: string): Promise<void> {
  const { member, lists, threads, counts } = window;
  const fresh = await freshLists(member, at);
  for (const [place, list] of lists.entries()) expect(list.rows, list.view).toEqual(fresh[place]?.rows);
  expect(counts).toEqual(await loadCounts(member));
  for (const [conversationId, held] of threads) {
    const thread = timelineOf(await loadThread(member, { conversationId }));
    const first = thread.messages[0]?.seq ?? 1;
    expect(held.row).toEqual(thread.row);
    expect(held.messages.filter(({ seq }) => seq >= first)).toEqual(
      thread.messages.filter(({ seq }) => seq >= (held.messages[0]?.seq ?? 1)),
    );
  }
}

/** Every window hears what its channels carry: the shop's, and those of the threads it has open. */
function collect(the: Trial, windows: readonly Window[]): void {
  for (const one of heard().splice(0))
    for (const window of windows) {
      const open = [...window.threads.keys()].map(conversationChannel);
      if (one.channel === shopChannel(the.shopId) || open.includes(one.channel)) window.onTheWay.push(one);
    }
}

/** Small numbers that look like chance and come again with their seed (Numerical Recipes' generator). */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

it("whatever several members do, and however live events are lost, doubled and shuffled, a window that asks again shows what a fresh load does", {
  timeout: PATIENCE_MS,
}, async () => {
  const story = fc.record({ steps: fc.array(step, { minLength: COMMANDS, maxLength: COMMANDS }), seed: fc.nat() });
  await fc.assert(
    fc.asyncProperty(story, async ({ steps, seed }) => {
      const the = await trial();
      const chance = chanceOf(seed);
      const since = new Date(Date.now() - 1_000).toISOString();
      heard().splice(0);
      const windows = await Promise.all([the.owner, ...the.team].map((member) => openWindow(member, since)));
      let told = 0;
      for (let at = 0; at < steps.length; at += AT_ONCE) {
        await attempt(the, steps.slice(at, at + AT_ONCE));
        await runJobs(the.shopId);
        collect(the, windows);
        for (const window of windows) {
          told += window.onTheWay.length;
          deliver(window, chance);
          const row = window.lists.flatMap(({ rows }) => rows)[Math.floor(chance() * 8)];
          if (row && !window.threads.has(row.id) && !the.removed.has(window.member))
            window.threads.set(row.id, timelineOf(await loadThread(window.member, { conversationId: row.id })));
        }
      }
      expect(told).toBeGreaterThan(COMMANDS);
      for (const window of windows.filter(({ member }) => !the.removed.has(member))) {
        await catchUp(window, since);
        await expectFresh(window, since);
        for (const late of window.onTheWay) hear(window, late);
        await expectFresh(window, since);
      }
    }),
    { numRuns: 1, endOnFailure: true },
  );
});
