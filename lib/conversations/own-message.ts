import { MINUTE } from "#lib/core/clock";

/** For how many minutes after it was written a message can be changed. Source: decision 28. */
export const EDIT_MINUTES = 15;

/** What decides whether a member may change one message, or take it back. */
export type OwnMessage = {
  channel: "web_chat" | "messenger";
  kind: string;
  author: string;
  memberId: string | null;
  purpose: string;
  delivery: string;
  body: string;
  unsent: boolean;
  createdAt: Date;
};

type Refusal = { key: string; params?: { n: number } };

/** Why a member may not take a message back at the shopper's end; null when she may, at any time. */
export function whyNotTakenBack(message: OwnMessage, memberId: string): Refusal | null {
  if (message.author !== "member" || message.memberId !== memberId) return { key: "message_not_yours" };
  if (message.channel === "messenger") return { key: "messenger_keeps_messages" };
  if (message.kind !== "text") return { key: "message_stays" };
  if (message.unsent) return { key: "message_taken_back" };
  return message.delivery === "sent" ? null : { key: "message_not_sent" };
}

/** Why a member may not change a message's words; null when she may. An offer stays as she was shown it. */
export function whyNotEdited(message: OwnMessage, memberId: string, at: Date): Refusal | null {
  const refusal = whyNotTakenBack(message, memberId);
  if (refusal) return refusal;
  if (message.purpose !== "service" || message.body === "") return { key: "message_stays" };
  const isOver = at.getTime() - message.createdAt.getTime() > EDIT_MINUTES * MINUTE;
  return isOver ? { key: "edit_over", params: { n: EDIT_MINUTES } } : null;
}
