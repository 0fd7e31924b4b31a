import type { MessageView } from "../view-message";
import { givenTo } from "./who-is-told";

/** That a member was given a conversation: by a colleague, or in a team's turn. `at`: ISO 8601. */
export type GivenNews = {
  conversationId: string;
  messageId: string;
  memberId: string;
  by: string | null;
  team: string | null;
  at: string;
};

/**
 * What an entry of a thread tells the member it gives the conversation to; null when it gives it to nobody, or to
 * herself.
 */
export function givenNews({ id, conversationId, kind, event, createdAt }: MessageView): GivenNews | null {
  const told = kind === "event" ? givenTo(event) : null;
  if (!told || !event) return null;
  const [memberId = ""] = told.members;
  const by = event.type === "assigned" ? event.byName : null;
  const team = event.type === "given_in_turn" ? event.teamName : null;
  return { conversationId, messageId: id, memberId, by, team, at: createdAt };
}
