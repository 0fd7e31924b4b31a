import { DAY } from "#lib/core/clock";
import type { ProblemParams } from "#lib/core/errors";
import type { Permissions } from "./permissions";

/** How long a web chat stays open after the shopper's last message. Source: permission.md. */
export const WEB_CHAT_OPEN_MS = 7 * DAY;
/** How long a member, and only a member, may answer in Messenger after her last message. Source: permission.md. */
export const HUMAN_AGENT_MS = 7 * DAY;

export type SendFacts = {
  message: "answer" | "receipt";
  author: "member" | "automation";
  channel: "web_chat" | "messenger";
  contactName: string;
  blocked: boolean;
  /** Her last message has no answer yet. */
  unanswered: boolean;
  lastContactAt: Date | null;
  windowExpiresAt: Date | null;
  permissions: Permissions;
  at: Date;
};

export type Decision =
  | { allowed: true; rule: string }
  | { allowed: false; rule: string; key: string; params: ProblemParams };

const yes = (rule: string): Decision => ({ allowed: true, rule });
const no = (rule: string, key: string, params: ProblemParams): Decision => ({ allowed: false, rule, key, params });

function closedWindow(facts: SendFacts): Decision {
  const last = facts.lastContactAt ?? facts.at;
  const closed = facts.windowExpiresAt ?? last;
  const until = new Date(last.getTime() + HUMAN_AGENT_MS);
  const key = facts.author === "member" && until <= facts.at ? "human_window_closed" : "window_closed";
  return no("window", key, { name: facts.contactName, ago: closed.toISOString(), date: until.toISOString() });
}

/** Whether the conversation is open: she waits for an answer, or wrote recently enough. Source: permission.md, "Words". */
export function isOpen(
  facts: Pick<SendFacts, "channel" | "unanswered" | "lastContactAt" | "windowExpiresAt" | "at">,
): boolean {
  if (facts.channel === "messenger") return facts.windowExpiresAt !== null && facts.at < facts.windowExpiresAt;
  if (facts.unanswered) return true;
  return facts.lastContactAt !== null && facts.at.getTime() - facts.lastContactAt.getTime() < WEB_CHAT_OPEN_MS;
}

/**
 * Decides one outgoing message, whoever writes it: when it is queued and again at the moment of sending.
 * Answering never needs permission; anything else does. Source: permission.md, the table.
 */
export function decideSend(facts: SendFacts): Decision {
  const name = facts.contactName;
  if (facts.blocked) return no("blocked", "contact_blocked", { name });
  const open = isOpen(facts);
  const orderUpdates = facts.permissions.order_updates.state === "on";
  if (open && facts.message === "answer") return yes("open");
  if (open && facts.author === "member") return yes("open_by_hand");
  if (facts.message === "receipt") {
    if (!orderUpdates) return no("order_updates", "order_updates_refused", { name });
    return facts.channel === "web_chat" || open ? yes("order_updates") : closedWindow(facts);
  }
  if (facts.permissions.service.state !== "on") return no("service", "service_refused", { name });
  if (facts.channel === "web_chat") return yes("service");
  const since = facts.lastContactAt ? facts.at.getTime() - facts.lastContactAt.getTime() : Number.POSITIVE_INFINITY;
  return facts.author === "member" && since < HUMAN_AGENT_MS ? yes("human_agent") : closedWindow(facts);
}
