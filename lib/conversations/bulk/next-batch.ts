import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { bulkChangeRows, type Standing } from "#db/schema/bulk";
import { conversations } from "#db/schema/conversations";
import { AppError } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { memberAtWork } from "#lib/shops/member-at-work";
import { type ConversationRow, selectRows, viewConversation } from "../view-conversation";
import { Change } from "./bulk-change";
import { type BulkRow, lockBulk, setBulk, setRow } from "./bulk-row";
import type { ChangeBulk } from "./input";
import { settleBegun } from "./settle-begun";
import { before, wasSo } from "./undo-many";

/** How many conversations go between two looks at whether it was ended, and whether the member still may. */
const BATCH = 10;

/** `before`: how it stood when it was looked at last. `again`: a worker that was killed may have done it already. */
export type Task = { conversationId: string; change: Change; before: Standing | null; again: boolean };
/** `kind`: of what is done, or undone. */
export type Batch = { actor: MemberActor; undoing: boolean; kind: Change["kind"]; tasks: Task[] };

/**
 * The bulk change, locked, while this job is the one that works on it. Of one that was ended, what a killed worker had
 * begun is settled: before it is undone, and as this job finds it ended.
 */
async function current(tx: Tx, { shopId, bulkChangeId, version }: ChangeBulk): Promise<BulkRow | null> {
  try {
    const row = await lockBulk(tx, { shopId, bulkChangeId });
    const ended = row.state === "cancelled" || (row.state === "undoing" && row.cursor === null);
    const settled = ended ? await settleBegun(tx, row) : row;
    return row.version === version && (row.state === "running" || row.state === "undoing") ? settled : null;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}

async function waitingIn(tx: Tx, row: BulkRow) {
  const { shopId, id, cursor } = row;
  return tx
    .select()
    .from(bulkChangeRows)
    .where(
      and(
        eq(bulkChangeRows.shopId, shopId),
        eq(bulkChangeRows.bulkChangeId, id),
        inArray(bulkChangeRows.state, row.state === "undoing" ? ["changed"] : ["waiting", "begun"]),
        ...(cursor ? [gt(bulkChangeRows.conversationId, cursor)] : []),
      ),
    )
    .orderBy(asc(bulkChangeRows.conversationId))
    .limit(BATCH);
}

async function rowsOf(tx: Tx, some: Awaited<ReturnType<typeof waitingIn>>): Promise<Map<string, ConversationRow>> {
  const [first] = some;
  if (!first) return new Map();
  const ids = some.map(({ conversationId }) => conversationId);
  const found = await selectRows(tx, and(eq(conversations.shopId, first.shopId), inArray(conversations.id, ids)));
  return new Map(found.map((one) => [one.conversation.id, viewConversation(one)]));
}

/**
 * What comes next, with what undoes each noted beforehand, so that a worker that is killed in between leaves nothing
 * that cannot be undone. Null: nothing is left, or it was ended.
 */
export async function nextBatch(tx: Tx, job: ChangeBulk): Promise<Batch | null> {
  const row = await current(tx, job);
  if (!row) return null;
  const actor = await memberAtWork(tx, row.shopId, row.byMemberId);
  if (!actor) {
    await setBulk(tx, row, { state: "cancelled", stoppedBy: "removed" });
    return null;
  }
  const undoing = row.state === "undoing";
  const some = await waitingIn(tx, row);
  if (some.length === 0) {
    await setBulk(tx, row, undoing ? { state: "undone" } : { state: "done", position: row.total });
    return null;
  }
  const rows = await rowsOf(tx, some);
  const change = Change.parse(row.change);
  const tasks: Task[] = [];
  for (const { conversationId, state, before: noted, after } of some) {
    const as = rows.get(conversationId);
    if (!undoing && state === "waiting" && as) {
      if (wasSo(as, change)) {
        await setRow(tx, row, conversationId, { state: "same" });
        continue;
      }
      await setRow(tx, row, conversationId, { state: "begun", before: before(as, change) });
    }
    const again = !undoing && state === "begun";
    tasks.push({ conversationId, change: undoing ? Change.parse(noted) : change, before: after, again });
  }
  if (!undoing) await setBulk(tx, row, { position: row.position + some.length - tasks.length });
  return { actor, undoing, kind: change.kind, tasks };
}
