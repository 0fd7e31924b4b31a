import { and, eq, sql } from "drizzle-orm";
import { CONSENT_TEXT_VERSION } from "#db/consent-texts";
import type { Tx } from "#db/in-shop";
import { type CONSENT_ACTS, consentRecords, contacts } from "#db/schema/contacts";
import { MINUTE, now } from "#lib/core/clock";
import { refused } from "#lib/core/errors";
import { contactChanged } from "./events";
import { OFFERS_LAST_MS, permissionsOf } from "./permissions";
import { PURPOSE_LIST, type Purpose } from "./purposes";
import { liftSuppression } from "./suppressions";

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

/** Two clocks may differ by so much: what she withdrew by another clock than ours counts against a grant this much later. */
export const SKEW_MS = 5 * MINUTE;

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
 * left empty that was not on already. Returns what is new. Only she can allow: an answer that a member gives for her is
 * refused.
 */
export async function recordAnswer(tx: Tx, shopId: string, answer: Answer): Promise<RecordedAnswer> {
  if ("memberId" in answer.proof && answer.allow.length > 0) throw refused("grant_by_member");
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
      expiresAt: purpose === "offers" ? new Date((answer.at ?? now()).getTime() + OFFERS_LAST_MS) : null,
      action: before[purpose].state === "on" ? ("refreshed" as const) : ("granted" as const),
    })),
    ...left.map((purpose) => ({ ...common, purpose, action: "refused" as const })),
  ];
  if (rows.length > 0) {
    await tx.insert(consentRecords).values(rows);
    if (ticked.includes("offers")) await liftSuppression(tx, shopId, contactId);
    await contactChanged.record(tx, shopId, { contactId });
  }
  return { given: ticked.filter((purpose) => before[purpose].state !== "on"), refused: left };
}

type Withdrawal = Omit<Answer, "allow" | "shown"> & {
  purposes: readonly Purpose[];
  /** `objected` is against offers in general, whatever they would rest on. */
  action?: "withdrawn" | "objected";
};

/**
 * Adds a withdrawal for each purpose that is on; withdrawing what is not on adds nothing, but an objection is always
 * kept. It happens now, unless she withdrew by a message: then `at` is when she wrote that, and a grant after it stands.
 */
export async function recordWithdrawal(tx: Tx, shopId: string, withdrawal: Withdrawal): Promise<Purpose[]> {
  const contactId = await lockPermissions(tx, shopId, withdrawal.contactId);
  const before = await permissionsOf(tx, shopId, contactId);
  const { purposes, action = "withdrawn", at, ...rest } = withdrawal;
  const takenBack = purposes.flatMap((purpose) => {
    const { state, at: since } = before[purpose];
    if (state !== "on") return action === "objected" ? [{ purpose, at: at ?? now() }] : [];
    const granted = new Date(since ?? 0);
    const late = at && at < granted ? granted.getTime() - at.getTime() : 0;
    return late > SKEW_MS ? [] : [{ purpose, at: late > 0 ? granted : at }];
  });
  if (takenBack.length === 0) return [];
  await tx.insert(consentRecords).values(
    takenBack.map((one) => ({
      ...rest,
      ...{ contactId, shopId, action, purpose: one.purpose, textVersion: CONSENT_TEXT_VERSION },
      at: one.at ?? sql`clock_timestamp()`,
    })),
  );
  await contactChanged.record(tx, shopId, { contactId });
  return takenBack.map(({ purpose }) => purpose);
}
