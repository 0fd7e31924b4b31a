import { and, eq, inArray, isNull, notExists, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { identities } from "#db/schema/channels";
import { contactMerges } from "#db/schema/contact-links";
import { consentRecords, contacts } from "#db/schema/contacts";
import { shopAccounts } from "#db/schema/identity";
import { orders } from "#db/schema/orders";
import { dataRequests } from "#db/schema/privacy";
import { matchHeadings } from "#lib/core/csv/headings";
import type { CsvLine } from "#lib/core/csv/read";
import type { ImportSource, TakenLine } from "#lib/core/csv/taken-line";
import { contactsImported } from "../events";
import { CONTACT_FIELDS, CONTACT_HEADINGS, type ContactField } from "./fields";
import { readContacts } from "./read-contacts";
import { takeContacts } from "./take-contacts";

/** How a file of contacts is taken in. */
export const contactsKind = {
  fields: CONTACT_FIELDS,

  /** What each column holds, by its heading. Of "nom" and "prénom" side by side the first is the family name. */
  match(headings: readonly string[]): (ContactField | null)[] {
    const found = matchHeadings(headings, CONTACT_HEADINGS, CONTACT_FIELDS);
    const parted = found.includes("first_name") && !found.includes("last_name");
    return found.map((field) => (parted && field === "name" ? "last_name" : field));
  },

  /** Why these columns are not enough; null when they are. */
  lack(columns: readonly (ContactField | null)[]): string | null {
    return columns.includes("email") || columns.includes("contact") ? null : "import_no_email";
  },

  /** Understands the lines; what is answered takes those from one place to another. */
  prepare(lines: readonly CsvLine[], columns: readonly (ContactField | null)[]) {
    const entries = readContacts(lines, columns);
    return (tx: Tx, source: ImportSource, from: number, to: number, write: boolean): Promise<TakenLine[]> =>
      takeContacts(tx, source, entries.slice(from, to), write);
  },

  /** Deletes some of the contacts that an import made and nobody has touched since; how many they were. */
  async remove(tx: Tx, { shopId, importId }: Pick<ImportSource, "shopId" | "importId">, most: number): Promise<number> {
    const theirs = eq(contacts.importId, importId);
    const untouched = await tx
      .select({ id: contacts.id })
      .from(contacts)
      .where(
        and(
          eq(contacts.shopId, shopId),
          theirs,
          isNull(contacts.mergedInto),
          isNull(contacts.personId),
          eq(contacts.version, 1),
          ...unused(tx),
        ),
      )
      .limit(most)
      .for("update");
    if (untouched.length === 0) return 0;
    const ids = untouched.map(({ id }) => id);
    await tx.delete(contacts).where(and(eq(contacts.shopId, shopId), theirs, inArray(contacts.id, ids)));
    await contactsImported.record(tx, shopId, { importId });
    return ids.length;
  },
};

/** Nothing of the shop points at the contact: she did not write, buy, ask or refuse anything, and was joined with nobody. */
function unused(tx: Tx) {
  const none = (
    table: typeof identities | typeof orders | typeof consentRecords | typeof dataRequests | typeof shopAccounts,
  ) =>
    notExists(
      tx
        .select({ one: sql`1` })
        .from(table)
        .where(and(eq(table.shopId, contacts.shopId), eq(table.contactId, contacts.id))),
    );
  const merges = tx
    .select({ one: sql`1` })
    .from(contactMerges)
    .where(
      and(
        eq(contactMerges.shopId, contacts.shopId),
        sql`${contacts.id} in (${contactMerges.keptId}, ${contactMerges.mergedId})`,
      ),
    );
  return [
    none(identities),
    none(orders),
    none(consentRecords),
    none(dataRequests),
    none(shopAccounts),
    notExists(merges),
  ];
}
