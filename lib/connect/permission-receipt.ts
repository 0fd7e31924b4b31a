import { and, asc, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { consentHeads, consentRecords, consentTexts } from "#db/schema/contacts";
import { LEDGER_COLUMNS, type LedgerRecord, proofId, WORDS_OF_RECORD } from "#lib/contacts/ledger-record";
import { now } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { type PublicKey, publicKey, type Signed, signed } from "#lib/core/sign";
import type { Person } from "#lib/shops/actor";
import { readShop } from "#lib/shops/load-shop";
import { contactIdOf, findShopOf } from "./my-contacts";

/** One record in the receipt: as it is hashed, with its hash, its name and the words she was shown. */
type Proven = LedgerRecord & { hash: string; proof_id: string; text: string };

export type PermissionReceipt = Signed<{
  issuer: string;
  issuedAt: string;
  shop: { id: string; slug: string; name: string };
  records: Proven[];
  /** Where the shop's ledger ended then. */
  ledger: { number: number; hash: string };
}> & { publicKey: PublicKey };

/**
 * Everything this person answered to a shop, signed, for her to keep: whoever has it can show later, without asking
 * us, what she allowed and took back, and that the ledger was joined up to `ledger` then.
 */
export async function permissionReceipt(person: Person, slug: string): Promise<PermissionReceipt> {
  const shopId = await findShopOf(slug);
  const said = await inShop(shopId, async (tx) => {
    const contactId = await contactIdOf(tx, shopId, person);
    const shop = await readShop(tx, shopId);
    const records = await tx
      .select({ ...LEDGER_COLUMNS, hash: consentRecords.hash, text: consentTexts.text })
      .from(consentRecords)
      .innerJoin(consentTexts, WORDS_OF_RECORD)
      .where(and(eq(consentRecords.shopId, shopId), eq(consentRecords.contactId, contactId)))
      .orderBy(asc(consentRecords.number));
    const [head] = await tx.select().from(consentHeads).where(eq(consentHeads.shopId, shopId));
    return {
      issuer: env().PUBLIC_URL,
      issuedAt: now().toISOString(),
      shop: { id: shopId, slug: shop.slug, name: shop.name },
      records: records.map((record) => ({ ...record, proof_id: proofId(record.hash) })),
      ledger: { number: head?.number ?? 0, hash: head?.hash ?? "" },
    };
  });
  return { ...signed(said), publicKey: publicKey() };
}
