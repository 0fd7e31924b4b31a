import { and, eq, gt, inArray, isNull, lte, notExists, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { inShop, type Tx } from "#db/in-shop";
import { type CONSENT_ACTIONS, consentRecords, contacts } from "#db/schema/contacts";
import { now } from "#lib/core/clock";
import { ledgerEnds } from "./anchor-ledgers";
import { contactChanged } from "./events";
import { decidingEntries, endOf, OFFERS_LAST_MS, standingRecords } from "./permissions";
import { lockPermissions } from "./record-permissions";

const GIVES = new Set<(typeof CONSENT_ACTIONS)[number]>(["granted", "refreshed", "imported"]);

const later = alias(consentRecords, "later");

/** Writes into every ledger which permissions have come to their end. They counted no more from that instant on. */
export async function expirePermissions(): Promise<void> {
  for await (const { shop } of ledgerEnds())
    for (const contactId of await inShop(shop, (tx) => contactsToEnd(tx, shop))) await endPermissions(shop, contactId);
}

/** Whose latest record of a purpose is a grant that has come to its end; a merged contact's stands where it went. */
async function contactsToEnd(tx: Tx, shopId: string): Promise<string[]> {
  const since = tx
    .select({ id: later.id })
    .from(later)
    .where(
      and(
        eq(later.shopId, consentRecords.shopId),
        eq(later.contactId, consentRecords.contactId),
        eq(later.purpose, consentRecords.purpose),
        gt(later.number, consentRecords.number),
      ),
    );
  const rows = await tx
    .selectDistinct({ contactId: consentRecords.contactId })
    .from(consentRecords)
    .innerJoin(contacts, and(eq(contacts.shopId, consentRecords.shopId), eq(contacts.id, consentRecords.contactId)))
    .where(
      and(
        eq(consentRecords.shopId, shopId),
        isNull(contacts.mergedInto),
        or(
          lte(consentRecords.expiresAt, now()),
          and(
            eq(consentRecords.purpose, "offers"),
            isNull(consentRecords.expiresAt),
            lte(consentRecords.at, new Date(now().getTime() - OFFERS_LAST_MS)),
          ),
        ),
        inArray(consentRecords.action, [...GIVES]),
        notExists(since),
      ),
    );
  return rows.map(({ contactId }) => contactId);
}

async function endPermissions(shopId: string, wanted: string): Promise<void> {
  await inShop(shopId, async (tx) => {
    const contactId = await lockPermissions(tx, shopId, wanted);
    const records = await tx
      .select()
      .from(consentRecords)
      .where(and(eq(consentRecords.shopId, shopId), eq(consentRecords.contactId, contactId)));
    const over = Object.values(decidingEntries(standingRecords(records))).flatMap((entry) => {
      const end = entry && GIVES.has(entry.action) ? endOf(entry) : null;
      return entry && end && end <= now() ? [{ ...entry, end }] : [];
    });
    if (over.length === 0) return;
    await tx.insert(consentRecords).values(
      over.map(({ id, purpose, textVersion, locale, source, basis, end }) => ({
        ...{ shopId, contactId, purpose, textVersion, locale, source, basis },
        action: "expired" as const,
        act: "expiry" as const,
        proof: { ends: id },
        at: end,
      })),
    );
    await contactChanged.record(tx, shopId, { contactId });
  });
}
