import { sql } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { now } from "#lib/core/clock";
import { log } from "#lib/core/log";
import { type LedgerEnds, readLastAnchor, writeAnchor } from "./anchor-files";
import { hashAt } from "./verify-chain";

const PAGE = 1_000;

/** Where every shop's ledger ends now, page by page. */
export async function* ledgerEnds(): AsyncGenerator<LedgerEnds> {
  for (let after: string | null = null; ; ) {
    const page: LedgerEnds[] = await outsideShops((tx) =>
      tx.execute<LedgerEnds>(
        sql`select shop_id as shop, number::int as number, hash from ledger_heads(${after}, ${PAGE})`,
      ),
    );
    for (const { shop, number, hash } of page) yield { shop, number, hash };
    if (page.length < PAGE) return;
    after = page.at(-1)?.shop ?? null;
  }
}

/**
 * Writes the day's anchor: from now on, nobody who holds only the database can change what a ledger says. A ledger that
 * no longer agrees with its last anchor, or is gone, keeps that one, so that nothing forged is ever anchored; where files
 * are there and none can be read, nothing is.
 */
export async function anchorLedgers(): Promise<void> {
  const at = now();
  const { shops: before, damaged } = await readLastAnchor();
  for (const file of damaged) log.error({ file }, "an anchor of the ledgers cannot be read: run the doctor");
  if (before === null && damaged.length > 0) return;
  const shops = new Map(before);
  for await (const end of ledgerEnds()) {
    const last = before?.get(end.shop);
    if (!last || (await stands(end.shop, last))) shops.set(end.shop, end);
    else
      log.error({ shopId: end.shop, number: last.number }, "a ledger does not agree with its anchor: run the doctor");
  }
  await writeAnchor(at, [...shops.values()]);
}

const stands = async (shopId: string, { number, hash }: LedgerEnds) => (await hashAt(shopId, number)) === hash;
