import { startImport, tryImport } from "#lib/imports/control-import";
import { loadImport } from "#lib/imports/load-import";
import { uploadImport } from "#lib/imports/upload-import";
import type { ImportView } from "#lib/imports/view-import";
import type { MemberActor } from "#lib/shops/actor";
import { runJob, takeJobs } from "./jobs-fixture";

/** Uploads a file as a member does. */
export async function uploadText(
  actor: MemberActor,
  text: string | Buffer,
  kind: ImportView["kind"] = "contacts",
): Promise<ImportView> {
  return uploadImport(actor, { kind, fileName: "clients.csv", bytes: Buffer.from(text) });
}

/** Works on a shop's imports as the worker would. */
export async function workOnImports(shopId: string): Promise<void> {
  for (const { task, payload } of await takeJobs(shopId)) if (task === "takeImport") await runJob(task, payload);
}

/** The dry run of a file with its columns as they were matched, to its end. */
export async function tryText(actor: MemberActor, text: string | Buffer, kind: ImportView["kind"] = "contacts") {
  const { id: importId, columns } = await uploadText(actor, text, kind);
  await tryImport(actor, { importId, columns });
  await workOnImports(actor.shopId);
  return loadImport(actor, { importId });
}

/** The same, and the import itself. */
export async function importText(actor: MemberActor, text: string | Buffer, kind: ImportView["kind"] = "contacts") {
  const { id: importId } = await tryText(actor, text, kind);
  await startImport(actor, { importId });
  await workOnImports(actor.shopId);
  return loadImport(actor, { importId });
}
