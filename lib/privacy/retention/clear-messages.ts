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

type Span = { from: Date | null; before: Date };
/** How many were cleared, and the time of the last: the next are no older. */
type Cleared = { n: number; upTo: Date };

const within = ({ from, before }: Span) =>
  and(gte(messages.createdAt, from ?? new Date(0)), lt(messages.createdAt, before));

/**
 * Clears the next messages of the shop that were written before an instant, with their files and all of them that says
 * more than a number; null when there are none left. Their ids at the platform stay, so that no import brings them back.
 */
export async function clearMessages(
  tx: Tx,
  shopId: string,
  { links, ...span }: Span & { links: readonly Link[] },
): Promise<Cleared | null> {
  const batch = await tx
    .select({ id: messages.id, at: messages.createdAt })
    .from(messages)
    .where(and(eq(messages.shopId, shopId), within(span), notInArray(messages.delivery, [...ON_ITS_WAY]), SAYS))
    .orderBy(asc(messages.createdAt), asc(messages.id))
    .limit(BATCH);
  const last = batch.at(-1);
  if (!last) return null;
  const ids = batch.map(({ id }) => id);
  const keys: string[] = [];
  const said = links.filter(({ child }) => !COUNTED.has(child));
  for (const rows of belongingRows(said, "messages", inArray(messages.id, ids)))
    keys.push(...(await deleteRows(tx, rows)));
  await tx
    .update(messages)
    .set(NOTHING)
    .where(and(eq(messages.shopId, shopId), inArray(messages.id, ids)));
  if (keys.length > 0) await addJob(tx, "discardFiles", { shopId, keys });
  return { n: ids.length, upTo: last.at };
}

/**
 * Until when a span can be cleared: its end, or the first message in it that is still on its way. Asked before it is
 * cleared, so that what goes out meanwhile is left for the next night and not passed over.
 */
export async function clearableUntil(tx: Tx, shopId: string, span: Span): Promise<Date> {
  const [waiting] = await tx
    .select({ at: min(messages.createdAt) })
    .from(messages)
    .where(and(eq(messages.shopId, shopId), within(span), inArray(messages.delivery, [...ON_ITS_WAY])));
  return waiting?.at ?? span.before;
}

/** Notes until when the shop is cleared of what was said. */
export async function noteCleared(tx: Tx, shopId: string, clearedUntil: Date): Promise<void> {
  await tx
    .insert(keptTimes)
    .values({ shopId, clearedUntil })
    .onConflictDoUpdate({ target: keptTimes.shopId, set: { clearedUntil } });
}

/** Notes that all that was over in the shop was ended now. */
export async function noteEnded(tx: Tx, shopId: string): Promise<void> {
  const endedAt = sql`clock_timestamp()`;
  await tx
    .insert(keptTimes)
    .values({ shopId, endedAt })
    .onConflictDoUpdate({ target: keptTimes.shopId, set: { endedAt } });
}
