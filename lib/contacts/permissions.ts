import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { consentRecords } from "#db/schema/contacts";
import { DAY, now } from "#lib/core/clock";
import type { Purpose } from "./purposes";

/**
 * How long a permission for offers lasts without being given again: as long as a prospect may be kept. Source: CNIL,
 * reference consent.md §1, retention.
 */
export const OFFERS_LAST_MS = 3 * 365 * DAY;

/** What one record of the ledger says, as far as the present state needs it. */
export type LedgerEntry = {
  purpose: Purpose;
  action: string;
  act: string;
  at: Date;
  basis?: string;
  expiresAt?: Date | null;
};

/** Of records that carry their id and proof: those that no later record made void. A voiding record itself says nothing. */
export function standingRecords<R extends { id: string; action: string; proof: Record<string, string> }>(
  records: readonly R[],
): R[] {
  const voided = new Set(records.flatMap(({ action, proof }) => (action === "voided" ? proof.voids : []) ?? []));
  return records.filter(({ id, action }) => action !== "voided" && !voided.has(id));
}
export type PermissionView = {
  purpose: Purpose;
  state: "on" | "off" | "not_given" | "refused";
  at: string | null;
  act: string | null;
};
export type Permissions = Record<Purpose, PermissionView>;

const STATE: Record<string, PermissionView["state"]> = {
  granted: "on",
  refreshed: "on",
  withdrawn: "off",
  objected: "off",
  expired: "off",
  refused: "refused",
};

/**
 * On what an import may rely; it never allows offers, and without evidence it allows nothing. Source: reference
 * consent.md §2.
 */
const IMPORT_BASES = new Set(["consent", "contract"]);

function stateOf({ action, purpose, basis }: LedgerEntry): PermissionView["state"] | undefined {
  if (action !== "imported") return STATE[action];
  return purpose !== "offers" && IMPORT_BASES.has(basis ?? "unknown") ? "on" : undefined;
}

/** Acts of one instant are read in this order, so that what takes away is read last. */
const RANK: Record<PermissionView["state"], number> = { on: 0, not_given: 0, refused: 1, off: 2 };

function inOrder(a: LedgerEntry, b: LedgerEntry): number {
  const rank = (entry: LedgerEntry) => RANK[stateOf(entry) ?? "not_given"];
  return a.at.getTime() - b.at.getTime() || rank(a) - rank(b);
}

/**
 * For each purpose, the record that decides whether it is on now: the last in time, whatever order the records come
 * in. A withdrawal beats every earlier grant, and a grant of the same instant; a refusal to be asked leaves an earlier
 * grant or withdrawal as it is. Source: reference consent.md §2.
 */
export function decidingEntries<E extends LedgerEntry>(entries: readonly E[]): Record<Purpose, E | null> {
  const deciding: Record<Purpose, E | null> = { service: null, order_updates: null, offers: null };
  for (const entry of [...entries].sort(inOrder)) {
    const state = stateOf(entry);
    const before = deciding[entry.purpose];
    if (!state || (state === "refused" && before && stateOf(before) !== "refused")) continue;
    deciding[entry.purpose] = entry;
  }
  return deciding;
}

/** When a permission counts no more. One for offers that says nothing of it ends as any other for offers does. */
export function endOf({ purpose, at, expiresAt }: LedgerEntry): Date | null {
  return expiresAt ?? (purpose === "offers" ? new Date(at.getTime() + OFFERS_LAST_MS) : null);
}

/**
 * The state of each purpose at an instant, by default now: a fold over the ledger. What was given for a time ends with
 * it.
 */
export function foldLedger(entries: readonly LedgerEntry[], when: Date = now()): Permissions {
  const deciding = decidingEntries(entries);
  const view = (purpose: Purpose): PermissionView => {
    const entry = deciding[purpose];
    const state = (entry && stateOf(entry)) ?? "not_given";
    const end = entry && state === "on" ? endOf(entry) : null;
    if (end && end <= when) return { purpose, state: "off", at: end.toISOString(), act: "expiry" };
    return { purpose, state, at: entry?.at.toISOString() ?? null, act: entry?.act ?? null };
  };
  return { service: view("service"), order_updates: view("order_updates"), offers: view("offers") };
}

/** The permissions of several contacts at once, by contact id. */
export async function readPermissions(
  tx: Tx,
  shopId: string,
  contactIds: readonly string[],
): Promise<Map<string, Permissions>> {
  const entries = contactIds.length
    ? await tx
        .select()
        .from(consentRecords)
        .where(and(eq(consentRecords.shopId, shopId), inArray(consentRecords.contactId, [...contactIds])))
        .orderBy(asc(consentRecords.at), asc(consentRecords.id))
    : [];
  return new Map(
    contactIds.map((id) => [id, foldLedger(standingRecords(entries.filter((entry) => entry.contactId === id)))]),
  );
}

/** The permissions of one contact. */
export async function permissionsOf(tx: Tx, shopId: string, contactId: string): Promise<Permissions> {
  return (await readPermissions(tx, shopId, [contactId])).get(contactId) ?? foldLedger([]);
}
