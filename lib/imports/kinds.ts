import type { Tx } from "#db/in-shop";
import type { imports } from "#db/schema/imports";
import { contactsKind } from "#lib/contacts/import/contacts-kind";
import { savedRepliesKind } from "#lib/conversations/import/saved-replies-kind";
import type { CsvLine } from "#lib/core/csv/read";
import type { ImportSource, TakenLine } from "#lib/core/csv/taken-line";

export type ImportRow = typeof imports.$inferSelect;
type Columns = readonly (string | null)[];
type Take = (tx: Tx, source: ImportSource, from: number, to: number, write: boolean) => Promise<TakenLine[]>;

/** How one kind of file is taken in, whatever it holds. */
type Kind = {
  fields: readonly string[];
  match: (headings: readonly string[]) => (string | null)[];
  lack: (columns: Columns) => string | null;
  prepare: (lines: readonly CsvLine[], columns: Columns) => Take;
  remove: (tx: Tx, source: Pick<ImportSource, "shopId" | "importId">, most: number) => Promise<number>;
};

type Written<F extends string> = Omit<Kind, "fields" | "match" | "lack" | "prepare"> & {
  fields: readonly F[];
  match: (headings: readonly string[]) => (F | null)[];
  lack: (columns: readonly (F | null)[]) => string | null;
  prepare: (lines: readonly CsvLine[], columns: readonly (F | null)[]) => Take;
};

/** A kind that trusts its columns, behind one that looks at them: a name that is no field of it is a column left out. */
function kind<F extends string>(written: Written<F>): Kind {
  const known = (columns: Columns) => columns.map((name) => written.fields.find((field) => field === name) ?? null);
  return {
    ...written,
    lack: (columns) => written.lack(known(columns)),
    prepare: (lines, columns) => written.prepare(lines, known(columns)),
  };
}

export const KINDS: Record<ImportRow["kind"], Kind> = {
  contacts: kind(contactsKind),
  saved_replies: kind(savedRepliesKind),
};
