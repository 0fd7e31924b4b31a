import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { now } from "#lib/core/clock";
import type { ImportSource, TakenLine } from "#lib/core/csv/taken-line";
import { newId } from "#lib/core/ids";
import { contactChanged, contactsImported } from "../events";
import { recordWithdrawal } from "../record-permissions";
import { type KnownContact, readKnown } from "./known-contacts";
import { type Filled, type Plan, planContact, type Withdrawn } from "./plan-contact";
import type { ContactEntry } from "./read-contacts";

/** Says of some lines what they would do, and does it when `write`. Done twice, the second time changes nothing. */
export async function takeContacts(
  tx: Tx,
  source: ImportSource,
  entries: readonly ContactEntry[],
  write: boolean,
): Promise<TakenLine[]> {
  const known = await readKnown(tx, source.shopId, source.digest, entries);
  const filled = new Map<string, Filled>();
  const plans = entries.map((entry) => {
    const plan = planContact(known, entry, filled);
    if (plan.target) filled.set(plan.target.id, { ...filled.get(plan.target.id), ...plan.fill });
    return { entry, plan };
  });
  if (write) {
    await makeContacts(tx, source, plans);
    for (const { entry, plan } of plans) for (const one of plan.withdraw) await withdraw(tx, source, entry, one);
    const targets = new Map(plans.flatMap(({ plan: { target } }) => (target ? [[target.id, target] as const] : [])));
    for (const [id, fill] of filled) await fillIn(tx, source, targets.get(id), fill);
  }
  return plans.map(({ entry, plan }) => ({ line: entry.line, outcome: plan.outcome, problem: plan.problem }));
}

type Planned = { entry: ContactEntry; plan: Plan };

async function makeContacts(tx: Tx, source: ImportSource, plans: readonly Planned[]): Promise<void> {
  const { shopId, importId } = source;
  const fresh = plans.filter(({ plan }) => plan.outcome === "fresh").map(({ entry }) => ({ id: newId(), entry }));
  if (fresh.length === 0) return;
  const at = now();
  await tx.insert(contacts).values(
    fresh.map(({ id, entry: { name, email, city, language } }) => ({
      ...{ id, shopId, importId, name, email, city: city || null, locale: language, createdAt: at, lastSeenAt: at },
    })),
  );
  for (const { id, entry } of fresh)
    for (const { purpose, at, firm } of entry.refusals)
      if (firm && purpose === "offers") await withdraw(tx, source, entry, { contactId: id, purpose, at });
  await contactsImported.record(tx, shopId, { importId });
}

/** Fills in at once what all the lines of one contact say. */
async function fillIn(
  tx: Tx,
  { shopId, importId }: ImportSource,
  target: KnownContact | undefined,
  fill: Filled,
): Promise<void> {
  if (!target || Object.keys(fill).length === 0) return;
  await tx
    .update(contacts)
    .set({ ...fill, filledById: importId, version: sql`${contacts.version} + 1` })
    .where(
      and(
        eq(contacts.shopId, shopId),
        eq(contacts.id, target.id),
        eq(contacts.version, target.version), // what somebody writes meanwhile is hers
      ),
    );
  await contactChanged.record(tx, shopId, { contactId: target.id });
}

/** An objection to offers is kept whatever it would take back; the other purposes are only taken back where they are on. */
async function withdraw(tx: Tx, source: ImportSource, entry: ContactEntry, one: Withdrawn): Promise<void> {
  await recordWithdrawal(tx, source.shopId, {
    contactId: one.contactId,
    purposes: [one.purpose],
    action: one.purpose === "offers" ? "objected" : "withdrawn",
    act: "import",
    locale: entry.language === "fr" ? "fr" : "en",
    source: source.page,
    proof: { importId: source.importId, memberId: source.memberId, file: source.digest, line: String(entry.line) },
    ...(one.at ? { at: one.at } : {}),
  });
}
