import { MINUTE } from "#lib/core/clock";
import type { ConversationRow } from "../view-conversation";
import type { Condition, Filter, Node } from "./filter";
import { plain } from "./plain";

/** For whom a filter is asked, and the instant (ISO 8601) by which waiting and windows are measured. */
export type AskedBy = { memberId: string; at: string };

const shifted = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * MINUTE).toISOString();

function holds(condition: Condition, row: ConversationRow, { memberId, at }: AskedBy): boolean {
  const { facts } = row;
  switch (condition.field) {
    case "status":
      return condition.is.includes(row.status);
    case "assignee":
      return condition.is.some((who) =>
        who === "nobody" ? row.assignee === null : row.assignee?.memberId === (who === "me" ? memberId : who),
      );
    case "team":
      return condition.is.some((id) => (row.team?.id ?? "none") === id);
    case "tag":
      return condition.is.some((tag) => row.tags.includes(tag));
    case "channel":
      return condition.is.includes(row.channel);
    case "priority":
      return condition.is.includes(row.priority);
    case "language":
      return facts.language !== null && condition.is.includes(facts.language);
    case "permission":
      return condition.is.some((purpose) => facts.allows.includes(purpose));
    case "order":
      return condition.is.some((status) => facts.order === (status === "none" ? null : status));
    case "waiting":
      return row.waitingSince !== null && row.waitingSince <= shifted(at, -condition.over);
    case "window":
      return (
        row.windowExpiresAt !== null && row.windowExpiresAt > at && row.windowExpiresAt <= shifted(at, condition.under)
      );
    case "value":
      return facts.value >= condition.over;
    case "rating":
      return condition.is.some((score) => facts.rating === (score === "none" ? null : Number(score)));
    case "unread":
      return row.unread > 0;
    case "text":
      return [row.contact.name, row.lastMessage?.preview ?? ""].some((said) =>
        plain(said).includes(plain(condition.has)),
      );
  }
}

/** Whether a conversation is what a filter asks for; the server's own query decides the same. */
export function matches(node: Node, row: ConversationRow, by: AskedBy): boolean {
  if ("all" in node) return node.all.every((one) => matches(one, row, by));
  if ("any" in node) return node.any.some((one) => matches(one, row, by));
  return holds(node, row, by) !== (node.not ?? false);
}

/** Whether what a filter asks for changes with time alone. */
export function changesWithTime(filter: Filter): boolean {
  const nodes = "all" in filter ? filter.all : filter.any;
  return nodes.some((node) =>
    "all" in node || "any" in node ? changesWithTime(node) : node.field === "waiting" || node.field === "window",
  );
}
