import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { visitors } from "#db/schema/channels";
import { consentRecords } from "#db/schema/contacts";
import { decidingEntries, foldLedger, standingRecords } from "./permissions";
import { PURPOSE_LIST } from "./purposes";

type Stored = typeof consentRecords.$inferSelect;
type Carried = { fromId: string; toId: string; mergeId?: string };

async function recordsOf(tx: Tx, shopId: string, contactId: string): Promise<Stored[]> {
  const all = await tx
    .select()
    .from(consentRecords)
    .where(and(eq(consentRecords.shopId, shopId), eq(consentRecords.contactId, contactId)));
  return standingRecords(all);
}

/** Whether she said so herself; what only came to its end was never taken back. */
const takesBack = ({ action }: Stored) => action === "withdrawn" || action === "objected";

/** The merges by which a record came here, each by its id. */
const mergesOf = ({ proof }: Stored) => (proof.merges ?? "").split(" ").filter((id) => id !== "");

function copyOf({ id, proof, ...act }: Stored, contactId: string, mergeId?: string) {
  const merges = [proof.merges, mergeId].filter(Boolean).join(" ");
  return { ...act, contactId, proof: { ...proof, carriedFrom: id, ...(merges ? { merges } : {}) } };
}

/**
 * Gives one contact's acts to another as well: the same acts at the same instants, each naming the record it is a copy
 * of; the originals stay where they were written. With a merge, whose evidence is a member's word or a link, what
 * either contact had withdrawn is off afterwards even when the other allowed it later: the withdrawal is said again.
 * A permission that came to its end was not withdrawn, and leaves the other's as it is.
 */
export async function carryPermissions(tx: Tx, shopId: string, { fromId, toId, mergeId }: Carried): Promise<void> {
  const [given, own] = [await recordsOf(tx, shopId, fromId), await recordsOf(tx, shopId, toId)];
  if (given.length > 0) await tx.insert(consentRecords).values(given.map((record) => copyOf(record, toId, mergeId)));
  if (!mergeId) return;
  const together = foldLedger([...own, ...given]);
  const sides = [decidingEntries(given), decidingEntries(own)];
  for (const purpose of PURPOSE_LIST) {
    const withdrawal = sides.flatMap((deciding) => deciding[purpose] ?? []).find(takesBack);
    if (!withdrawal || together[purpose].state !== "on") continue;
    await tx.insert(consentRecords).values({ ...copyOf(withdrawal, toId, mergeId), at: sql`clock_timestamp()` });
  }
}

type Returned = {
  mergeId: string;
  /** When the merge was made. */
  since: Date;
  /** The contacts that hold copies: the kept one, and whoever it was merged into since. */
  holders: readonly string[];
  toId: string;
  /** The identities that go back with the contact. */
  identityIds: readonly string[];
};

/**
 * Takes back what a merge carried, by records that void the copies: each contact then stands as its own acts left it.
 * Of what was done since the merge, a withdrawal counts for both; a grant or refusal goes with the chat it was made in.
 */
export async function returnPermissions(tx: Tx, shopId: string, merge: Returned): Promise<void> {
  const theirs = await visitorsOf(tx, shopId, merge.identityIds);
  for (const holder of merge.holders) {
    const records = await recordsOf(tx, shopId, holder);
    const leaving = new Set<string>();
    for (const record of records) {
      const carried = mergesOf(record).includes(merge.mergeId);
      const later = record.at > merge.since && mergesOf(record).length === 0;
      const takes = takesBack(record);
      const belongs =
        theirs.has(record.proof.visitorId ?? "") || merge.identityIds.includes(record.proof.identityId ?? "");
      if (!carried && later && (takes || belongs)) await tx.insert(consentRecords).values(copyOf(record, merge.toId));
      if (carried || (later && belongs && !takes)) leaving.add(record.id);
    }
    for (const record of records)
      if (leaving.has(record.id) || leaving.has(record.proof.ends ?? "")) await voidRecord(tx, record, merge.mergeId);
  }
}

async function visitorsOf(tx: Tx, shopId: string, identityIds: readonly string[]): Promise<Set<string>> {
  if (identityIds.length === 0) return new Set();
  const found = await tx
    .select({ id: visitors.id })
    .from(visitors)
    .where(and(eq(visitors.shopId, shopId), inArray(visitors.identityId, [...identityIds])));
  return new Set(found.map(({ id }) => id));
}

async function voidRecord(tx: Tx, record: Stored, mergeId: string): Promise<void> {
  const { id, proof: _, ...act } = record;
  await tx.insert(consentRecords).values({
    ...act,
    action: "voided",
    act: "merge_undone",
    proof: { voids: id, undoneMerge: mergeId },
    at: sql`clock_timestamp()`,
  });
}
