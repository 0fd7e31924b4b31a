import type { Standing } from "#db/schema/bulk";
import type { ConversationRow } from "../view-conversation";
import type { Change } from "./bulk-change";

export const standingOf = ({ status, snoozedUntil, assignee, team }: ConversationRow): Standing => ({
  ...{ status, snoozedUntil, memberId: assignee?.memberId ?? null, teamId: team?.id ?? null },
});

/** Whether a conversation still stands as it was left, in what the change was about. */
export function standsSo(row: ConversationRow | undefined, kind: Change["kind"], after: Standing | null): boolean {
  if (!row || !after) return false;
  const at = standingOf(row);
  if (kind === "assign") return at.memberId === after.memberId && at.teamId === after.teamId;
  if (kind === "tag" || kind === "untag") return true;
  return at.status === after.status && at.snoozedUntil === after.snoozedUntil;
}
