import type { dataRequests } from "#db/schema/privacy";

type Row = typeof dataRequests.$inferSelect;

export type DataRequestView = {
  id: string;
  contactId: string;
  kind: Row["kind"];
  origin: Row["origin"];
  askedAt: string;
  dueAt: string;
  extensionReason: string | null;
  state: Row["state"];
  done: number;
  total: number;
  completedAt: string | null;
};

export function viewRequest(row: Row): DataRequestView {
  const { id, contactId, kind, origin, extensionReason, state, done, total } = row;
  return {
    ...{ id, contactId, kind, origin, extensionReason, state, done, total },
    askedAt: row.askedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
  };
}
