import { and, asc, eq, gte, inArray, lt, min, notInArray, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { keptTimes } from "#db/schema/privacy";
import { addJob } from "#lib/jobs/add-job";
import { belongingRows, deleteRows, type Link } from "../erase/belonging-rows";

/** Messages cleared in one transaction. */
const BATCH = 500;
const ON_ITS_WAY = ["queued", "scheduled", "sending"] as const;

/** What stays of a message: its place in the conversation, whose it was and when, so that no numbering has a gap. */
const NOTHING = {
  kind: "event" as const,
  body: "",
  event: null,
  payload: null,
  replyTo: null,
  problem: null,
  decision: null,
  version: sql`${messages.version} + 1`,
};

/** What was counted of a message and holds no word of it stays: how a conversation was rated, how long she waited. */
const COUNTED = new Set(["ratings", "reply_waits"]);

/** A message of which something is left to clear; as a condition on `messages`. */
export const SAYS = sql`not (${messages.kind} = 'event' and ${messages.event} is null)`;

type Stretch = { from: Date | null; before: Date; links: readonly Link[] };

/**
 * Clears the next messages of the shop that were written before an instant, with their files and all of them that says
 * more than a number; answers how many. Their ids at the platform stay, so that no import brings them back. When none is left the shop
 * is noted as cleared until then, or until one that is still on its way.
 */
export async function clearMessages(tx: Tx, shopId: string, { from, before, links }: Stretch): Promise<number> {
  const since = gte(messages.createdAt, from ?? new Date(0));
  const batch = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        since,
        lt(messages.createdAt, before),
        notInArray(messages.delivery, [...ON_ITS_WAY]),
        SAYS,
      ),
    )
    .orderBy(asc(messages.createdAt), asc(messages.id))
    .limit(BATCH);
  const ids = batch.map(({ id }) => id);
  if (ids.length === 0) {
    await noteCleared(tx, shopId, before);
    return 0;
  }
  const keys: string[] = [];
  const said = links.filter(({ child }) => !COUNTED.has(child));
  for (const rows of belongingRows(said, "messages", inArray(messages.id, ids)))
    keys.push(...(await deleteRows(tx, rows)));
  await tx
    .update(messages)
    .set(NOTHING)
    .where(and(eq(messages.shopId, shopId), inArray(messages.id, ids)));
  if (keys.length > 0) await addJob(tx, "discardFiles", { shopId, keys });
  return ids.length;
}

async function noteCleared(tx: Tx, shopId: string, before: Date): Promise<void> {
  const [left] = await tx
    .select({ at: min(messages.createdAt) })
    .from(messages)
    .where(
      and(eq(messages.shopId, shopId), lt(messages.createdAt, before), inArray(messages.delivery, [...ON_ITS_WAY])),
    );
  const clearedUntil = left?.at ?? before;
  await tx
    .insert(keptTimes)
    .values({ shopId, clearedUntil })
    .onConflictDoUpdate({ target: keptTimes.shopId, set: { clearedUntil } });
}
