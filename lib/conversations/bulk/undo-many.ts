import type { ConversationRow } from "../view-conversation";
import type { Change } from "./bulk-change";

/** The most conversations that are changed at once. */
export const MOST_AT_ONCE = 100;

type Step = { conversationIds: string[]; change: Change };

/** The change that puts a conversation back to what it is now. */
export function before(row: ConversationRow, change: Change): Change {
  if (change.kind === "assign")
    return { kind: "assign", memberId: row.assignee?.memberId ?? null, teamId: row.team?.id ?? null };
  if (change.kind === "tag") return { kind: "untag", tagId: change.tagId };
  if (change.kind === "untag") return { kind: "tag", tagId: change.tagId };
  if (change.kind === "close" || change.kind === "spam") return { kind: "put_back" };
  if (row.status === "snoozed" && row.snoozedUntil) return { kind: "snooze", until: row.snoozedUntil };
  if (row.status === "spam") return { kind: "spam" };
  return { kind: row.status === "closed" ? "close" : "reopen" };
}

function isHeldSo({ assignee, team }: ConversationRow, to: Extract<Change, { kind: "assign" }>): boolean {
  if (to.memberId === null) return !to.teamId && assignee === null && team === null;
  return assignee?.memberId === to.memberId && (to.teamId === undefined || (team?.id ?? null) === to.teamId);
}

/** Whether a change would leave a conversation as it is. */
export function wasSo(row: ConversationRow, change: Change): boolean {
  if (change.kind === "close") return row.status === "closed";
  if (change.kind === "spam") return row.status === "spam";
  if (change.kind === "reopen") return row.status === "open";
  if (change.kind === "snooze") return row.snoozedUntil === change.until;
  if (change.kind === "assign") return isHeldSo(row, change);
  if (change.kind === "tag") return row.tags.includes(change.tagId);
  return change.kind === "untag" && !row.tags.includes(change.tagId);
}

/** A step as several, none of which is of more conversations than are changed at once. */
function inReach({ conversationIds, change }: Step): Step[] {
  return Array.from({ length: Math.ceil(conversationIds.length / MOST_AT_ONCE) }, (_, i) => ({
    conversationIds: conversationIds.slice(i * MOST_AT_ONCE, (i + 1) * MOST_AT_ONCE),
    change,
  }));
}

/** What puts conversations back to what they were before a change, as few steps as there were states. */
export function undoOf(rows: readonly ConversationRow[], change: Change): Step[] {
  const steps = new Map<string, Step>();
  for (const row of rows) {
    if (wasSo(row, change)) continue;
    const back = before(row, change);
    const step = steps.get(JSON.stringify(back)) ?? { conversationIds: [], change: back };
    step.conversationIds.push(row.id);
    steps.set(JSON.stringify(back), step);
  }
  return [...steps.values()].flatMap(inReach);
}
