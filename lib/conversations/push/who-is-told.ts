import type { STATUSES, ThreadEvent } from "#db/schema/conversations";
import type { StoredMessage } from "../append-message";

/** Whom a message concerns: some members, those of a team, all of the shop's, or the shopper herself. */
export type Told = { members: string[] } | { team: string } | "every member" | "contact";

type Said = Pick<StoredMessage, "author" | "kind" | "event" | "payload" | "memberId">;
type Place = { assigneeId: string | null; teamId: string | null; status: (typeof STATUSES)[number] };

const only = (memberId: string | null, by: string | null): { members: string[] } | null =>
  memberId && memberId !== by ? { members: [memberId] } : null;

/**
 * Whom a stored message is told to where no window is open; null for nobody. What a shopper writes goes to whoever holds
 * her conversation, as in the list. Spam is told to nobody, and nobody of what she did herself.
 */
export function whoIsTold({ author, kind, event, payload, memberId }: Said, place: Place): Told | null {
  if (place.status === "spam") return null;
  if (kind === "event") return givenTo(event);
  if (kind === "note") {
    const named = (payload?.mentions ?? []).flatMap((one) => (one.memberId === memberId ? [] : [one.memberId]));
    return named.length > 0 ? { members: named } : null;
  }
  if (author === "member") return "contact";
  if (author !== "contact") return null;
  if (place.assigneeId) return { members: [place.assigneeId] };
  return place.teamId ? { team: place.teamId } : "every member";
}

/** Whom an event of a thread gives the conversation to, unless she did it herself. */
export function givenTo(event: ThreadEvent | null): { members: string[] } | null {
  if (event?.type === "given_in_turn") return only(event.toMemberId, null);
  return event?.type === "assigned" ? only(event.toMemberId, event.byMemberId) : null;
}
