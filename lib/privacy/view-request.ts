import type { dataRequests } from "#db/schema/privacy";

export type DataRequestView = {
  id: string;
  contactId: string;
  kind: "access" | "erasure";
  origin: "me" | "member";
  askedAt: string;
  dueAt: string;
  extensionReason: string | null;
  state: "open" | "running" | "done";
  done: number;
  total: number;
  completedAt: string | null;
};

export function viewRequest(row: typeof dataRequests.$inferSelect): DataRequestView {
  const { id, contactId, kind, origin, extensionReason, state, done, total } = row;
  return {
    ...{ id, contactId, kind, origin, extensionReason, state, done, total },
    askedAt: row.askedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
  };
}
