import { and, eq, sql } from "drizzle-orm";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import type { Tx } from "#db/in-shop";
import { type CONSENT_ACTS, consentRecords, contacts } from "#db/schema/contacts";
import { contactChanged } from "./events";
import { PURPOSE_LIST, type Purpose, permissionsOf } from "./permissions";

type Answer = {
  contactId: string;
  /** The boxes she ticked, of those she was shown. */
  allow: readonly Purpose[];
  shown: readonly Purpose[];
  act: (typeof CONSENT_ACTS)[number];
  locale: "en" | "fr";
  /** The address of the page on which she answered. */
  source: string;
  proof: Record<string, string>;
  /** When she acted, where that is not now. */
  at?: Date;
};

export type RecordedAnswer = { given: Purpose[]; refused: Purpose[] };

/**
 * Makes every other act on this contact's permissions wait until the transaction ends, so that what is read of the
 * ledger stays true while it is added to. Where a conversation is locked too, it is locked first. Answers with the
 * contact to write for: the one it was merged into meanwhile, or itself.
 */
export async function lockPermissions(tx: Tx, shopId: string, contactId: string): Promise<string> {
  const [found] = await tx
    .select({ mergedInto: contacts.mergedInto })
    .from(contacts)
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)))
    .for("no key update");
  return found?.mergedInto ? lockPermissions(tx, shopId, found.mergedInto) : contactId;
}

/**
 * Adds what a shopper answered to the ledger: a grant for each ticked box, a refusal for each box she was shown and
 * left empty that was not on already. Returns what is new.
 */
export async function recordAnswer(tx: Tx, shopId: string, answer: Answer): Promise<RecordedAnswer> {
  const contactId = await lockPermissions(tx, shopId, answer.contactId);
  const before = await permissionsOf(tx, shopId, contactId);
  const shown = PURPOSE_LIST.filter((purpose) => answer.shown.includes(purpose));
  const ticked = shown.filter((purpose) => answer.allow.includes(purpose));
  const left = shown.filter((purpose) => !answer.allow.includes(purpose) && before[purpose].state !== "on");
  const common = {
    shopId,
    contactId,
    act: answer.act,
    textVersion: CONSENT_TEXT_VERSION,
    locale: answer.locale,
    source: answer.source,
    proof: answer.proof,
    at: answer.at ?? sql`clock_timestamp()`,
  };
  const rows = [
    ...ticked.map((purpose) => ({
      ...common,
      purpose,
      action: before[purpose].state === "on" ? ("refreshed" as const) : ("granted" as const),
    })),
    ...left.map((purpose) => ({ ...common, purpose, action: "refused" as const })),
  ];
  if (rows.length > 0) {
    await tx.insert(consentRecords).values(rows);
    await contactChanged.record(tx, shopId, { contactId });
  }
  return { given: ticked.filter((purpose) => before[purpose].state !== "on"), refused: left };
}

/**
 * Adds a withdrawal for each purpose that is on. Withdrawing what is not on adds nothing. It happens now, unless she
 * withdrew by a message: then `at` is when she wrote that.
 */
export async function recordWithdrawal(
  tx: Tx,
  shopId: string,
  withdrawal: Omit<Answer, "allow" | "shown"> & { purposes: readonly Purpose[]; at?: Date },
): Promise<Purpose[]> {
  const contactId = await lockPermissions(tx, shopId, withdrawal.contactId);
  const before = await permissionsOf(tx, shopId, contactId);
  const { purposes, ...rest } = withdrawal;
  const gone = purposes.filter((purpose) => before[purpose].state === "on");
  if (gone.length > 0) {
    await tx.insert(consentRecords).values(
      gone.map((purpose) => ({
        ...rest,
        contactId,
        shopId,
        purpose,
        action: "withdrawn" as const,
        textVersion: CONSENT_TEXT_VERSION,
        at: withdrawal.at ?? sql`clock_timestamp()`,
      })),
    );
    await contactChanged.record(tx, shopId, { contactId });
  }
  return gone;
}
