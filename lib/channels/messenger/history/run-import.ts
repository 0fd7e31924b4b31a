import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { now } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { addJob } from "#lib/jobs/add-job";
import { GraphError } from "../graph";
import { nextCall, PACE, type Pace, SILENCE_MS } from "../pace";
import { type OpenPage, pageOf } from "../page-of";
import { changeImport, type ImportRow, lockImport, noteCall, queueImport } from "./import-row";
import { fetchNext, type NextPage } from "./next-page";
import { settleTrouble } from "./settle-trouble";
import { storeMissed } from "./store-missed";
import { storePast } from "./store-past";

export const ImportJob = z.object({ shopId: z.uuid(), importId: z.uuid() });

/** An import's turn: the row as it was, its Page, and when the call may go. */
type Turn = { row: ImportRow; page: OpenPage & { token: string }; at: Date };

/**
 * Works on an import, one call at a time, until nothing is left, somebody pauses or cancels it, or its time is over
 * and the next job goes on. What a call brought is stored in one transaction with the place to go on from, so that a
 * kill at any moment loses nothing and doubles nothing. Of two that work at once, the one that came later goes on.
 */
export async function runImport({ shopId, importId }: z.output<typeof ImportJob>, pace: Pace = PACE): Promise<void> {
  const [run, until] = [newId(), performance.now() + pace.runForMs];
  for (let first = true; ; first = false) {
    const turn = await takeTurn(shopId, importId, run, first, pace, performance.now() >= until);
    if (!turn) return;
    await wait(Math.max(0, turn.at.getTime() - now().getTime()));
    const goesOn = await workOn(turn, run);
    if (!goesOn) return;
  }
}

/** Notes that a call is about to go and queues who takes over when this job is killed. Null when it is not its turn. */
async function takeTurn(
  shopId: string,
  importId: string,
  run: string,
  first: boolean,
  pace: Pace,
  over: boolean,
): Promise<Turn | null> {
  return inShop(shopId, async (tx) => {
    const row = await lockImport(tx, shopId, importId);
    if (row?.state !== "running" || (!first && row.run?.id !== run)) return null;
    if (over) {
      await queueImport(tx, row, now());
      return null;
    }
    const page = await pageOf(tx, shopId, row.channelId);
    if (page.disconnectedAt) {
      await changeImport(tx, row, { state: "cancelled" });
      return null;
    }
    if (page.pausedAt || page.token === null) {
      await changeImport(tx, row, { state: "paused", problem: "page_paused" });
      return null;
    }
    const at = nextCall(row.calledAt, now(), pace.callEveryMs);
    const stretch = row.run ?? { startedAt: at.toISOString(), imported: row.imported };
    const held = await noteCall(tx, row, { calledAt: at, run: { ...stretch, id: run } });
    await queueImport(tx, row, new Date(at.getTime() + SILENCE_MS));
    return { row: held, page: { ...page, token: page.token }, at };
  });
}

/** Makes the call and stores what came. False when the import does not go on in this job. */
async function workOn({ row, page }: Turn, run: string): Promise<boolean> {
  try {
    return await store(row, page, run, await fetchNext(page, row));
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const left = await settleTrouble(row, run, error);
    return left !== null && store(row, page, run, left);
  }
}

/** False when somebody paused or cancelled the import meanwhile, or another job took over: then nothing is stored. */
async function store(row: ImportRow, page: OpenPage, run: string, fetched: NextPage): Promise<boolean> {
  return inShop(row.shopId, async (tx) => {
    const held = await lockImport(tx, row.shopId, row.id);
    if (held?.state !== "running" || held.run?.id !== run) return false;
    const place = { shopId: held.shopId, channelId: held.channelId, pageId: page.pageId };
    const past = held.since
      ? await storeMissed(tx, place, fetched.pieces, held.since)
      : await storePast(tx, place, fetched.pieces, held.startedAt);
    for (const attachmentId of past.attachmentIds)
      await addJob(tx, "fetchAttachment", { shopId: held.shopId, attachmentId });
    const expected = (held.expected ?? 0) + fetched.counted - past.skipped;
    const imported = held.imported + past.stored;
    await changeImport(tx, held, {
      ...fetched.cursor,
      imported,
      expected: fetched.done ? imported : Math.max(0, expected),
      backTo: earlier(held.backTo, past.oldest),
      delays: 0,
      problem: null,
      ...(fetched.done ? { state: "done" as const } : {}),
    });
    return !fetched.done;
  });
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one < other ? one : other;
}
