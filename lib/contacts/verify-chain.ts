import { and, asc, eq, gt, lte } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { consentHeads, consentRecords } from "#db/schema/contacts";
import { LEDGER_COLUMNS, NO_HASH, recordHash } from "./ledger-record";

const PAGE = 500;

/** How a ledger ended at some instant, written down outside the database. */
export type Anchor = { number: number; hash: string; at: string };

/**
 * What is wrong with a ledger at its first broken record: `missing`, a number without a record; `changed`, a record
 * that is not as it was hashed; `unlinked`, one that does not follow the one before; `rewritten`, one whose hash is not
 * the anchored one; `cut`, records after the last that are known to have been.
 */
export type Break = {
  number: number;
  id: string | null;
  problem: "missing" | "changed" | "unlinked" | "rewritten" | "cut";
};

export type ChainCheck = {
  records: number;
  broken: Break | null;
  /** Since when it is known to be as it is: the oldest anchor met on the way. Null when none was. */
  anchoredSince: string | null;
};

type Options = {
  /** Begin after this number; the record that has it is taken for true. */
  after?: number;
  /** End at this number. */
  until?: number;
  anchors?: readonly Anchor[];
};

/** Walks a shop's ledger page by page and names the first broken record. */
export async function verifyChain(
  shopId: string,
  { after = 0, until = Number.MAX_SAFE_INTEGER, anchors = [] }: Options = {},
): Promise<ChainCheck> {
  const head = await headOf(shopId);
  const known = new Map<number, Anchor[]>();
  for (const anchor of anchors) known.set(anchor.number, [...(known.get(anchor.number) ?? []), anchor]);
  let [number, hash] = [after, await hashAt(shopId, after)];
  let anchoredSince: string | null = null;
  const over = (broken: Break | null): ChainCheck => ({ records: number - after, broken, anchoredSince });
  for (
    let page = await pageAfter(shopId, number, until);
    page.length > 0;
    page = await pageAfter(shopId, number, until)
  )
    for (const { stored, ...record } of page) {
      const at = { number: record.number, id: record.id };
      if (record.number !== number + 1) return over({ number: number + 1, id: null, problem: "missing" });
      if (recordHash(record) !== stored) return over({ ...at, problem: "changed" });
      if (record.prevHash !== hash) return over({ ...at, problem: "unlinked" });
      const told = [...(known.get(record.number) ?? []), ...(head?.number === record.number ? [head] : [])];
      if (told.some((end) => end.hash !== stored)) return over({ ...at, problem: "rewritten" });
      for (const anchor of known.get(record.number) ?? [])
        if (anchoredSince === null || anchor.at < anchoredSince) anchoredSince = anchor.at;
      [number, hash] = [record.number, stored];
    }
  const last = Math.min(until, Math.max(head?.number ?? 0, ...known.keys()));
  return over(last > number ? { number: number + 1, id: null, problem: "cut" } : null);
}

/** The hash of the record with this number; that of no record when there is none. */
export async function hashAt(shopId: string, number: number): Promise<string> {
  if (number === 0) return NO_HASH;
  const [found] = await inShop(shopId, (tx) =>
    tx
      .select({ hash: consentRecords.hash })
      .from(consentRecords)
      .where(and(eq(consentRecords.shopId, shopId), eq(consentRecords.number, number))),
  );
  return found?.hash ?? NO_HASH;
}

async function pageAfter(shopId: string, number: number, until: number) {
  return inShop(shopId, (tx: Tx) =>
    tx
      .select({ ...LEDGER_COLUMNS, stored: consentRecords.hash })
      .from(consentRecords)
      .where(
        and(eq(consentRecords.shopId, shopId), gt(consentRecords.number, number), lte(consentRecords.number, until)),
      )
      .orderBy(asc(consentRecords.number))
      .limit(PAGE),
  );
}

async function headOf(shopId: string) {
  const [head] = await inShop(shopId, (tx) =>
    tx
      .select({ number: consentHeads.number, hash: consentHeads.hash })
      .from(consentHeads)
      .where(eq(consentHeads.shopId, shopId)),
  );
  return head ?? null;
}
