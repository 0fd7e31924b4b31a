import type { MemberActor } from "#lib/shops/actor";
import { overSizes, type Took, time } from "./filled";
import type { Figure } from "./main";

const TIMES = 100;
const DEEP = 20;

type Measured = Record<string, Took>;

/** What a member's inbox reads: a list's first page and a deep one, the counts, a thread. */
async function readInbox(owner: MemberActor): Promise<Measured> {
  const { ListConversations } = await import("#lib/conversations/input");
  const { listConversations } = await import("#lib/conversations/list-conversations");
  const { loadCounts } = await import("#lib/conversations/load-counts");
  const { loadThread } = await import("#lib/conversations/load-thread");
  const list = (asked: object) => listConversations(owner, ListConversations.parse(asked));
  const deep: string[] = [];
  const ids: string[] = [];
  for (let cursor: string | null = null, page = 0; page < DEEP; page += 1) {
    const answer: Awaited<ReturnType<typeof list>> = await list({ view: "closed", ...(cursor ? { cursor } : {}) });
    ids.push(...answer.rows.map(({ id }) => id));
    if (answer.next === null) break;
    cursor = answer.next;
    deep.push(cursor);
  }
  const anyOf = (round: number) => ids[(Math.max(round, 0) * 7) % ids.length] ?? "";
  return {
    "list, newest": await time(TIMES, () => list({ view: "open" })),
    "list, longest waiting": await time(TIMES, () => list({ view: "open", order: "waiting" })),
    "list, mine": await time(TIMES, () => list({ view: "mine" })),
    "list, 20 pages down": await time(TIMES, () => list({ view: "closed", cursor: deep.at(-1) })),
    counts: await time(TIMES, () => loadCounts(owner)),
    thread: await time(TIMES, (round) => loadThread(owner, { conversationId: anyOf(round) })),
  };
}

/**
 * What the inbox reads, by the app's own commands and role, at 100,000 messages and at more: how much longer it takes
 * as everything grows. A read of a whole table ends the run.
 */
export async function benchReads(): Promise<Figure[]> {
  const [base, ...grown] = await overSizes(readInbox);
  if (!base) return [];
  return grown.flatMap(({ size, measured }) =>
    Object.entries(measured).flatMap(([name, took]): Figure[] => {
      const part = name === "thread" ? "p50" : "p95";
      const before = base.measured[name]?.[part] ?? Number.NaN;
      return [
        {
          name: `${name}, ${part}, ${size / 1_000_000}M messages`,
          value: took[part],
          unit: "ms",
          baseline: `at ${base.size / 1_000}k: ${before.toFixed(2)} ms`,
          ratio: took[part] / before,
          goal: name === "thread" ? "<= 4 x" : "<= 1.5 x",
        },
      ];
    }),
  );
}
