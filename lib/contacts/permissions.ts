import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { consentRecords, type PURPOSES } from "#db/schema/contacts";

export type Purpose = (typeof PURPOSES)[number];
export const PURPOSE_LIST: readonly Purpose[] = ["service", "order_updates", "offers"];

/** What one record of the ledger says, as far as the present state needs it. */
export type LedgerEntry = { purpose: Purpose; action: string; act: string; at: Date };
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
 * The present state of each purpose: a fold over the ledger in order of time. A withdrawal beats every earlier grant;
 * a refusal to be asked leaves an earlier grant as it is. Source: reference consent.md §2.
 */
export function foldLedger(entries: readonly LedgerEntry[]): Permissions {
  const blank = (purpose: Purpose): PermissionView => ({ purpose, state: "not_given", at: null, act: null });
  const state: Permissions = {
    service: blank("service"),
    order_updates: blank("order_updates"),
    offers: blank("offers"),
  };
  for (const entry of entries) {
    const next = STATE[entry.action];
    if (
      !next ||
      (next === "refused" && state[entry.purpose].state !== "not_given" && state[entry.purpose].state !== "refused")
    )
      continue;
    state[entry.purpose] = { purpose: entry.purpose, state: next, at: entry.at.toISOString(), act: entry.act };
  }
  return state;
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
  return new Map(contactIds.map((id) => [id, foldLedger(entries.filter((entry) => entry.contactId === id))]));
}

/** The permissions of one contact. */
export async function permissionsOf(tx: Tx, shopId: string, contactId: string): Promise<Permissions> {
  return (await readPermissions(tx, shopId, [contactId])).get(contactId) ?? foldLedger([]);
}
