import { type SQL, sql } from "drizzle-orm";
import type { Standing } from "#db/schema/bulk";
import { conversations } from "#db/schema/conversations";
import type { ConversationRow } from "../view-conversation";
import type { Change } from "./bulk-change";

export const standingOf = ({ status, snoozedUntil, assignee, team }: ConversationRow): Standing => ({
  ...{ status, snoozedUntil, memberId: assignee?.memberId ?? null, teamId: team?.id ?? null },
});

/** The same of the conversations that a statement reads. */
export const standingInDatabase: SQL = sql`jsonb_build_object(
  'status', ${conversations.status},
  'snoozedUntil', to_char(${conversations.snoozedUntil} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'memberId', ${conversations.assigneeId}, 'teamId', ${conversations.teamId})`;

/** Whether a conversation still stands as it was left, in what the change was about. */
export function standsSo(row: ConversationRow | null, kind: Change["kind"], after: Standing | null): boolean {
  if (!row || !after) return false;
  const at = standingOf(row);
  if (kind === "assign") return at.memberId === after.memberId && at.teamId === after.teamId;
  if (kind === "tag" || kind === "untag") return true;
  return at.status === after.status && at.snoozedUntil === after.snoozedUntil;
}
