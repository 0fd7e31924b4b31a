import { and, asc, eq, gt } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { importLines, imports } from "#db/schema/imports";
import { type CsvFile, readCsv } from "#lib/core/csv/read";
import { csvLine, plainField } from "#lib/core/csv/write";
import { notFound } from "#lib/core/errors";
import { getFile } from "#lib/core/files";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import type { OneImport } from "./control-import";
import { fileKey, showImport } from "./import-row";
import type { ImportRow } from "./kinds";
import type { ImportView, RefusedLine } from "./view-import";

/** How many lines a page shows as examples of what the columns hold, and how much of each field. */
const EXAMPLES = 3;
const EXAMPLE_MAX = 60;
const PAGE = 1_000;

/** A column of the file: its place from 0, its heading, and the beginning of what stands in it. */
export type ColumnView = { at: number; heading: string; examples: string[] };

async function find(actor: MemberActor, { importId }: OneImport): Promise<ImportRow> {
  requireRole(actor, "admin");
  const [found] = await inShop(actor.shopId, (tx) =>
    tx
      .select()
      .from(imports)
      .where(and(eq(imports.shopId, actor.shopId), eq(imports.id, importId))),
  );
  if (!found) throw notFound("import");
  return found;
}

/** How an import stands. One that is absent or another shop's is refused alike. Admins and owners only. */
export async function loadImport(actor: MemberActor, input: OneImport): Promise<ImportView> {
  const row = await find(actor, input);
  return inShop(actor.shopId, (tx) => showImport(tx, row));
}

async function fileOf(row: ImportRow): Promise<CsvFile | null> {
  const bytes = row.fileUntil ? await getFile(fileKey({ shopId: row.shopId, importId: row.id })) : null;
  return bytes && readCsv(bytes);
}

/** The columns of an import's file, to choose what each holds; none once the file is forgotten. Admins and owners only. */
export async function loadColumns(actor: MemberActor, input: OneImport): Promise<ColumnView[]> {
  const file = await fileOf(await find(actor, input));
  if (!file) return [];
  const first = file.lines.slice(0, EXAMPLES);
  return file.headings.map((heading, at) => ({
    at,
    heading,
    examples: first.map(({ cells }) => (cells[at] ?? "").trim().slice(0, EXAMPLE_MAX)),
  }));
}

/**
 * The lines that were not taken, as a CSV file with the headings of the one that was brought and two columns more: the
 * line's number, and why, as `reason` says it. For as long as the file is kept. Admins and owners only.
 */
export async function readRefused(
  actor: MemberActor,
  input: OneImport,
  named: { line: string; why: string },
  reason: (line: RefusedLine) => string,
): Promise<AsyncGenerator<Buffer>> {
  const row = await find(actor, input);
  const file = await fileOf(row);
  if (!file) throw notFound("import");
  return partsOf(row, file, named, reason);
}

async function* partsOf(
  row: ImportRow,
  { headings, lines }: CsvFile,
  named: { line: string; why: string },
  reason: (line: RefusedLine) => string,
): AsyncGenerator<Buffer> {
  const byLine = new Map(lines.map(({ line, cells }) => [line, cells]));
  yield Buffer.from(`\ufeff${csvLine([named.line, named.why, ...headings])}`);
  for (let after = 0; ; ) {
    const page = await inShop(row.shopId, (tx) =>
      tx
        .select({ line: importLines.line, problem: importLines.problem, about: importLines.about })
        .from(importLines)
        .where(and(eq(importLines.shopId, row.shopId), eq(importLines.importId, row.id), gt(importLines.line, after)))
        .orderBy(asc(importLines.line))
        .limit(PAGE),
    );
    const last = page.at(-1);
    if (!last) return;
    after = last.line;
    const written = page.map((one) =>
      csvLine([String(one.line), reason(one), ...(byLine.get(one.line) ?? []).map(plainField)]),
    );
    yield Buffer.from(written.join(""));
  }
}
