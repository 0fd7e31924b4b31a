import { inShop } from "#db/in-shop";
import { now } from "#lib/core/clock";
import type { GraphError } from "../graph";
import { delayOf, isPassing, isPermission } from "../pace";
import { pausePage } from "../pages/pause-page";
import { troubleOf } from "../pages/troubles";
import { changeImport, type ImportRow, lockImport, queueImport } from "./import-row";
import { type NextPage, withoutOpenThread } from "./next-page";

const BAD_PARAMETER = 100;

/**
 * What a refusal means for an import: it waits and tries again, it pauses with its Page, it goes on without a thread
 * that the platform no longer gives (then what is left is answered), or it ends as failed.
 */
export async function settleTrouble(row: ImportRow, run: string, error: GraphError): Promise<NextPage | null> {
  const trouble = troubleOf(error);
  const left = error.code === BAD_PARAMETER && row.phase === "fetching" ? withoutOpenThread(row) : null;
  if (left) return left;
  await inShop(row.shopId, async (tx) => {
    if (trouble) await pausePage(tx, { shopId: row.shopId, channelId: row.channelId, trouble });
    const held = await lockImport(tx, row.shopId, row.id);
    if (held?.state !== "running" || held.run?.id !== run) return;
    if (trouble) {
      await changeImport(tx, held, { state: "paused", problem: "page_paused", run: null });
    } else if (isPassing(error.code)) {
      const delays = held.delays + 1;
      const calledAt = new Date(now().getTime() + delayOf(delays, error.usage.restMs));
      await changeImport(tx, held, { delays, calledAt, problem: "resting", run: null });
      await queueImport(tx, held, calledAt);
    } else {
      const problem = isPermission(error.code) ? "permission" : "refused";
      await changeImport(tx, held, { state: "failed", problem, run: null });
    }
  });
  return null;
}
