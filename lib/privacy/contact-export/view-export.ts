import type { contactExports } from "#db/schema/privacy";

export type ExportView = { id: string; state: "running" | "ready"; done: number; expiresAt: string | null };

export function viewExport({ id, state, done, expiresAt }: typeof contactExports.$inferSelect): ExportView {
  return { id, state, done, expiresAt: expiresAt?.toISOString() ?? null };
}
