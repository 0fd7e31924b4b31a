import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { messageTemplates } from "#db/schema/messenger";
import { addJob } from "#lib/jobs/add-job";
import { channelWorked } from "../pages/events";

export type TemplateRow = typeof messageTemplates.$inferSelect;
export type TemplateState = TemplateRow["state"];

/** A template by its id, locked; null when the shop has none such. */
export async function lockTemplate(tx: Tx, shopId: string, templateId: string): Promise<TemplateRow | null> {
  const [found] = await tx
    .select()
    .from(messageTemplates)
    .where(and(eq(messageTemplates.shopId, shopId), eq(messageTemplates.id, templateId)))
    .for("update");
  return found ?? null;
}

type Change = Partial<Pick<TemplateRow, "externalId" | "body" | "state" | "reason">>;

/** Changes a template and tells every screen. */
export async function changeTemplate(tx: Tx, row: TemplateRow, set: Change): Promise<TemplateRow> {
  const [changed] = await tx
    .update(messageTemplates)
    .set({ ...set, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(messageTemplates.shopId, row.shopId), eq(messageTemplates.id, row.id)))
    .returning();
  if (!changed) throw new Error("a locked template vanished");
  await channelWorked.record(tx, row.shopId, { channelId: row.channelId });
  return changed;
}

/** Queues a template's next step with the platform; a later instant replaces one that waits. */
export async function queueTemplate(tx: Tx, row: TemplateRow, runAt: Date, asked = 0): Promise<void> {
  const job = { shopId: row.shopId, templateId: row.id, asked };
  await addJob(tx, "submitTemplate", job, { key: `template:${row.id}`, runAt });
}
