import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { CSV_MAX } from "#lib/core/csv/limits";
import { invalid, refused } from "#lib/core/errors";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { recordAct } from "#lib/shops/record-act";
import { beginWork, changeImport, lockImport, showImport } from "./import-row";
import { type ImportRow, KINDS } from "./kinds";
import type { ImportView } from "./view-import";

export const OneImport = z.strictObject({ importId: z.uuid() });
export type OneImport = z.output<typeof OneImport>;

export const TryImport = OneImport.extend({ columns: z.array(z.string().max(40).nullable()).max(CSV_MAX.columns) });
type TryImport = z.output<typeof TryImport>;

/** Runs a command on an import that nobody else controls meanwhile. */
async function control(
  actor: MemberActor,
  { importId }: OneImport,
  run: (tx: Tx, row: ImportRow) => Promise<ImportRow>,
): Promise<ImportView> {
  requireRole(actor, "admin");
  return inShop(actor.shopId, async (tx) =>
    showImport(tx, await run(tx, await lockImport(tx, { shopId: actor.shopId, importId }))),
  );
}

function requireFile({ fileUntil }: ImportRow): void {
  if (!fileUntil) throw refused("import_forgotten");
}

/**
 * Begins a dry run with these columns: it says what every line would do, and writes nothing. One that is under way is
 * begun anew; once the import itself began it changes nothing. Admins and owners only.
 */
export async function tryImport(actor: MemberActor, { importId, columns }: TryImport): Promise<ImportView> {
  return control(actor, { importId }, async (tx, row) => {
    if (row.state !== "uploaded" && row.state !== "trying" && row.state !== "tried") return row;
    requireFile(row);
    const { fields, lack } = KINDS[row.kind];
    const chosen = columns.filter((column) => column !== null);
    if (chosen.some((column) => !fields.includes(column)) || columns.length > Math.max(row.columns.length, 1))
      throw invalid("invalid_choice");
    if (new Set(chosen).size < chosen.length) throw invalid("import_column_twice");
    const missing = lack(columns);
    if (missing) throw invalid(missing);
    return beginWork(tx, row, "trying", { columns });
  });
}

/** Takes in what the dry run counted; the security log says who did. Begun already, it changes nothing. Admins and owners only. */
export async function startImport(actor: MemberActor, input: OneImport): Promise<ImportView> {
  return control(actor, input, async (tx, row) => {
    if (row.state !== "tried") return row;
    requireFile(row);
    if (row.kind === "contacts") await recordAct(tx, actor, "contacts_imported", { n: row.fresh + row.joined });
    return beginWork(tx, row, "running");
  });
}

/** Ends a dry run, or an import; what it brought stays, and the same file brings the rest. Admins and owners only. */
export async function cancelImport(actor: MemberActor, input: OneImport): Promise<ImportView> {
  return control(actor, input, async (tx, row) => {
    if (row.state === "trying") return changeImport(tx, row, { state: "uploaded", version: row.version + 1 });
    if (row.state !== "running") return row;
    return changeImport(tx, row, { state: "cancelled", version: row.version + 1 });
  });
}

/**
 * Takes back what an import made, but for what somebody has touched since. What it filled in on known contacts, and what
 * people refused, stays. Admins and owners only.
 */
export async function undoImport(actor: MemberActor, input: OneImport): Promise<ImportView> {
  return control(actor, input, async (tx, row) => {
    if (row.state !== "done" && row.state !== "cancelled") return row;
    if (row.kind === "contacts") await recordAct(tx, actor, "import_undone", { n: row.fresh });
    return beginWork(tx, row, "undoing");
  });
}
