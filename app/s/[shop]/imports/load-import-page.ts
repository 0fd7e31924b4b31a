import { notFound } from "next/navigation";
import { parseInput } from "#lib/http/outcome";
import { OneImport } from "#lib/imports/control-import";
import { type ColumnView, loadColumns, loadImport } from "#lib/imports/load-import";
import type { ImportView } from "#lib/imports/view-import";
import type { MemberActor } from "#lib/shops/actor";
import { orNotFound } from "../../../_shared/or-not-found";

async function load(actor: MemberActor, importId: string): Promise<[ImportView, ColumnView[]]> {
  const input = parseInput(OneImport, { importId });
  return Promise.all([loadImport(actor, input), loadColumns(actor, input)]);
}

/** An import and the columns of its file, for the page of its kind; a page of its own where it is another's, or absent. */
export async function loadImportPage(actor: MemberActor, importId: string, kind: ImportView["kind"]) {
  const [view, columns] = await orNotFound(load(actor, importId));
  if (view.kind !== kind) notFound();
  return { view, columns };
}
