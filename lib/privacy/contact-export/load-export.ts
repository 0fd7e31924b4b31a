import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { contactExports } from "#db/schema/privacy";
import { now } from "#lib/core/clock";
import { notFound } from "#lib/core/errors";
import { getFile } from "#lib/core/files";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { type ExportView, viewExport } from "./view-export";
import { partKey } from "./write-export";

export const OneExport = z.strictObject({ exportId: z.uuid() });
type OneExport = z.output<typeof OneExport>;

async function find(actor: MemberActor, { exportId }: OneExport) {
  requireRole(actor, "admin");
  const [found] = await inShop(actor.shopId, (tx) =>
    tx
      .select()
      .from(contactExports)
      .where(and(eq(contactExports.shopId, actor.shopId), eq(contactExports.id, exportId))),
  );
  if (!found || (found.expiresAt && found.expiresAt <= now())) throw notFound("export");
  return found;
}

/** How an export stands. One that is over, absent or another shop's is refused alike. Admins and owners only. */
export async function loadExport(actor: MemberActor, input: OneExport): Promise<ExportView> {
  return viewExport(await find(actor, input));
}

/** The parts of a ready export, one after another; without one of them the file breaks off, rather than to look whole. */
export async function readExport(actor: MemberActor, input: OneExport): Promise<AsyncGenerator<Buffer>> {
  const { id: exportId, parts, state } = await find(actor, input);
  if (state !== "ready") throw notFound("export");
  return partsOf({ shopId: actor.shopId, exportId }, parts);
}

async function* partsOf(job: { shopId: string; exportId: string }, parts: number): AsyncGenerator<Buffer> {
  for (let part = 0; part < parts; part += 1) {
    const bytes = await getFile(partKey(job, part));
    if (!bytes) throw new Error(`part ${part} of export ${job.exportId} is gone`);
    yield bytes;
  }
}
