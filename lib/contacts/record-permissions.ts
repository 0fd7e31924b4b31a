import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import type { Tx } from "#db/in-shop";
import { type CONSENT_ACTS, consentRecords } from "#db/schema/contacts";
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
};

export type RecordedAnswer = { given: Purpose[]; refused: Purpose[] };

/**
 * Adds what a shopper answered to the ledger: a grant for each ticked box, a refusal for each box she was shown and
 * left empty that was not on already. Returns what is new.
 */
export async function recordAnswer(tx: Tx, shopId: string, answer: Answer): Promise<RecordedAnswer> {
  const before = await permissionsOf(tx, shopId, answer.contactId);
  const shown = PURPOSE_LIST.filter((purpose) => answer.shown.includes(purpose));
  const ticked = shown.filter((purpose) => answer.allow.includes(purpose));
  const left = shown.filter((purpose) => !answer.allow.includes(purpose) && before[purpose].state !== "on");
  const common = {
    shopId,
    contactId: answer.contactId,
    act: answer.act,
    textVersion: CONSENT_TEXT_VERSION,
    locale: answer.locale,
    source: answer.source,
    proof: answer.proof,
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
    await contactChanged.record(tx, shopId, { contactId: answer.contactId });
  }
  return { given: ticked.filter((purpose) => before[purpose].state !== "on"), refused: left };
}

/** Adds a withdrawal for each purpose that is on. Withdrawing what is not on adds nothing. */
export async function recordWithdrawal(
  tx: Tx,
  shopId: string,
  withdrawal: Omit<Answer, "allow" | "shown"> & { purposes: readonly Purpose[] },
): Promise<Purpose[]> {
  const before = await permissionsOf(tx, shopId, withdrawal.contactId);
  const { purposes, ...rest } = withdrawal;
  const gone = purposes.filter((purpose) => before[purpose].state === "on");
  if (gone.length > 0) {
    await tx.insert(consentRecords).values(
      gone.map((purpose) => ({
        ...rest,
        shopId,
        purpose,
        action: "withdrawn" as const,
        textVersion: CONSENT_TEXT_VERSION,
      })),
    );
    await contactChanged.record(tx, shopId, { contactId: withdrawal.contactId });
  }
  return gone;
}
