import { and, count, desc, eq, gt, lte } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxWire } from "#db/schema/sandbox-messenger";

const MOST_SHOWN = 200;
const MOST_KEPT = 2_000;

/**
 * A request as it crossed. `kind` is a stable word such as `messages`, `message.text`, `template.receipt`,
 * `sender_action.typing_on`, `me/accounts`; `about` is a quote or number, `who` the person. `code` is `code/subcode`.
 */
export type WireRow = typeof sandboxWire.$inferSelect;
export type WireCheck =
  | "signature_ok"
  | "signature_wrong"
  | "challenge_ok"
  | "challenge_wrong"
  | "proof_ok"
  | "proof_wrong"
  | "no_proof"
  | "not_sent_on";

/** Writes down a request; the newest 2,000 are kept. */
export async function recordWire(row: Omit<WireRow, "id" | "check"> & { check: WireCheck }): Promise<void> {
  const [kept] = await database().insert(sandboxWire).values(row).returning({ id: sandboxWire.id });
  if (kept && kept.id % 100 === 0)
    await database()
      .delete(sandboxWire)
      .where(lte(sandboxWire.id, kept.id - MOST_KEPT));
}

/** The newest 200 requests, newest first: of one way, after one id, or only those that were refused. */
export async function listWire(
  wanted: { way?: "in" | "out" | undefined; after?: number | undefined; refused?: boolean | undefined } = {},
): Promise<WireRow[]> {
  const { way, after, refused } = wanted;
  return database()
    .select()
    .from(sandboxWire)
    .where(
      and(
        way ? eq(sandboxWire.way, way) : undefined,
        after === undefined ? undefined : gt(sandboxWire.id, after),
        refused ? gt(sandboxWire.status, 299) : undefined,
      ),
    )
    .orderBy(desc(sandboxWire.id))
    .limit(MOST_SHOWN);
}

/** How many requests are kept. */
export async function countWire(): Promise<number> {
  const [row] = await database().select({ n: count() }).from(sandboxWire);
  return row?.n ?? 0;
}
