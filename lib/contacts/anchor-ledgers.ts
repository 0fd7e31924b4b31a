import { sql } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { now } from "#lib/core/clock";
import { log } from "#lib/core/log";
import { type LedgerEnds, readAnchors, writeAnchor } from "./anchor-files";
import { type Anchor, hashAt } from "./verify-chain";

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
 * no longer agrees with its last anchor keeps that one, so that nothing forged is ever anchored.
 */
export async function anchorLedgers(): Promise<void> {
  const at = now();
  const { ofShop } = await readAnchors();
  const shops: LedgerEnds[] = [];
  for await (const end of ledgerEnds()) {
    const last = ofShop.get(end.shop)?.at(-1);
    if (!last || (await stands(end.shop, last))) shops.push(end);
    else {
      log.error({ shopId: end.shop, number: last.number }, "a ledger does not agree with its anchor: run the doctor");
      shops.push({ shop: end.shop, number: last.number, hash: last.hash });
    }
  }
  await writeAnchor(at, shops);
}

const stands = async (shopId: string, { number, hash }: Anchor) => (await hashAt(shopId, number)) === hash;
