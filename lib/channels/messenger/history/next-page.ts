import { readOpenThreads, writeOpenThreads } from "./cursor";
import { countThreads, fetchOlder, fetchThreads, type ReadablePage, type ThreadPiece } from "./fetch-threads";
import type { ImportRow } from "./import-row";

type Cursor = Pick<ImportRow, "phase" | "threadCursor" | "messageCursor">;

/** One answered call: what it counted or fetched, and where the import is after it. `done`: nothing is left. */
export type NextPage = {
  /** Messages found, less those that turned out not to be given. */
  counted: number;
  pieces: Pick<ThreadPiece, "person" | "messages">[];
  cursor: Cursor;
  done: boolean;
};

const START: Cursor = { phase: "fetching", threadCursor: null, messageCursor: null };
/** Stands for "all threads were asked for" while older messages of some are left. */
const NO_MORE_THREADS = "end";

/**
 * Makes the one call that an import needs next: counting the next page of threads, the older messages of a thread that
 * is open, or the next page of threads with their messages. Throws `GraphError`.
 */
export async function fetchNext(page: ReadablePage, row: ImportRow): Promise<NextPage> {
  if (row.phase === "counting") {
    const { messages, next } = await countThreads(page, row.threadCursor);
    const cursor = next === null ? START : { ...START, phase: "counting" as const, threadCursor: next };
    return { counted: messages, pieces: [], cursor, done: false };
  }
  const [open, ...others] = readOpenThreads(row.messageCursor);
  if (open) {
    const answer = await fetchOlder(page, open.threadId, open.older);
    const { messages, older } = { ...answer, older: goesBack(row, answer.messages) ? answer.older : null };
    const left = older === null ? others : [{ ...open, older }, ...others];
    const person = { psid: open.psid, name: open.name };
    return afterwards(row.threadCursor, left, [{ person, messages }]);
  }
  const { pieces, next, changedAt } = await fetchThreads(page, row.threadCursor, row.delays);
  const left = pieces.flatMap(({ threadId, person, older, messages }) =>
    older === null || !goesBack(row, messages) ? [] : [{ threadId, ...person, older }],
  );
  const withheld = pieces.reduce((sum, piece) => sum + piece.withheld, 0);
  const more = isSince(row, changedAt) ? next : null;
  return { ...afterwards(more ?? NO_MORE_THREADS, left, pieces), counted: -withheld };
}

/** Whether something of then is still wanted: all of it, where the whole past is fetched. */
function isSince({ since }: ImportRow, then: string | null | undefined): boolean {
  return since === null || !then || new Date(then) >= since;
}

const goesBack = (row: ImportRow, messages: ThreadPiece["messages"]) => isSince(row, messages.at(-1)?.created_time);

/** The same place without the thread whose older messages the platform refuses to give. */
export function withoutOpenThread(row: ImportRow): NextPage | null {
  const [open, ...others] = readOpenThreads(row.messageCursor);
  return open ? afterwards(row.threadCursor, others, []) : null;
}

function afterwards(
  threadCursor: string | null,
  left: Parameters<typeof writeOpenThreads>[0],
  pieces: NextPage["pieces"],
): NextPage {
  const done = left.length === 0 && threadCursor === NO_MORE_THREADS;
  const cursor = { phase: "fetching" as const, threadCursor, messageCursor: writeOpenThreads(left) };
  return { counted: 0, pieces, cursor, done };
}
