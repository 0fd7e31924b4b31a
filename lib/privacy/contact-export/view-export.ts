import type { contactExports } from "#db/schema/privacy";

/** The most contacts that are named for one export; beyond it a filter means them. */
export const MOST_NAMED = 500;

export type ExportView = { id: string; state: "running" | "ready"; done: number; expiresAt: string | null };

export function viewExport({ id, state, done, expiresAt }: typeof contactExports.$inferSelect): ExportView {
  return { id, state, done, expiresAt: expiresAt?.toISOString() ?? null };
}
