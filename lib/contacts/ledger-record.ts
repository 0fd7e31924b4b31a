import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { consentRecords, consentTexts } from "#db/schema/contacts";
import { canonicalJson } from "#lib/core/canonical-json";

/** What stands before the first record of a ledger. */
export const NO_HASH = "0".repeat(64);

const instant = (column: PgColumn) => sql<string>`ledger_instant(${column})`;

/** The columns of a record as the ledger writes them down: instants in UTC with their microseconds. */
export const LEDGER_COLUMNS = {
  id: consentRecords.id,
  shopId: consentRecords.shopId,
  contactId: consentRecords.contactId,
  purpose: consentRecords.purpose,
  action: consentRecords.action,
  act: consentRecords.act,
  basis: consentRecords.basis,
  textVersion: consentRecords.textVersion,
  textHash: consentRecords.textHash,
  locale: consentRecords.locale,
  source: consentRecords.source,
  proof: consentRecords.proof,
  at: instant(consentRecords.at),
  recordedAt: instant(consentRecords.recordedAt),
  expiresAt: sql<string | null>`ledger_instant(${consentRecords.expiresAt})`,
  number: consentRecords.number,
  prevHash: consentRecords.prevHash,
};

/** Joins a record with the words that were shown. */
export const WORDS_OF_RECORD = and(
  eq(consentTexts.version, consentRecords.textVersion),
  eq(consentTexts.purpose, consentRecords.purpose),
  eq(consentTexts.locale, consentRecords.locale),
);

/** A record as it is hashed: every field but the hash. */
export type LedgerRecord = Pick<
  typeof consentRecords.$inferSelect,
  | "id"
  | "shopId"
  | "contactId"
  | "purpose"
  | "action"
  | "act"
  | "basis"
  | "textVersion"
  | "textHash"
  | "locale"
  | "source"
  | "proof"
  | "number"
  | "prevHash"
> & { at: string; recordedAt: string; expiresAt: string | null };

/** The SHA-256 of a record as canonical JSON, as the ledger's trigger computes it too. */
export function recordHash(record: LedgerRecord): string {
  return createHash("sha256").update(canonicalJson(record)).digest("hex");
}

/** The name of a record in a receipt and on screens: short, and found again by its beginning. */
export function proofId(hash: string): string {
  return `pr_${hash.slice(0, 10)}`;
}
