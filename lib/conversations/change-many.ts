import { AppError } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { assignConversation } from "./assign-conversation";
import type { Change, ChangedMany, ChangeMany } from "./bulk-change";
import { closeConversation, reopenConversation } from "./close-conversation";
import { markSpam } from "./mark-spam";
import { putBack } from "./put-back";
import { snoozeConversation } from "./snooze/snooze-conversation";
import { tagConversation, untagConversation } from "./tags/tag-conversation";
import type { ConversationRow } from "./view-conversation";

function changeOne(actor: MemberActor, conversationId: string, change: Change): Promise<ConversationRow> {
  switch (change.kind) {
    case "close":
      return closeConversation(actor, { conversationId });
    case "reopen":
      return reopenConversation(actor, { conversationId });
    case "spam":
      return markSpam(actor, { conversationId });
    case "put_back":
      return putBack(actor, { conversationId });
    case "assign":
      return assignConversation(actor, { conversationId, memberId: change.memberId, teamId: change.teamId });
    case "snooze":
      return snoozeConversation(actor, { conversationId, until: change.until });
    case "tag":
      return tagConversation(actor, { conversationId, tagId: change.tagId });
    case "untag":
      return untagConversation(actor, { conversationId, tagId: change.tagId });
  }
}

/**
 * Does one thing to several conversations, one after another, each by itself: one that is refused leaves the others
 * done, and is told with its reason. Refused as a whole when none could be done.
 */
export async function changeMany(actor: MemberActor, { conversationIds, change }: ChangeMany): Promise<ChangedMany> {
  const done: ChangedMany = { rows: [], refused: [] };
  let first: AppError | null = null;
  for (const conversationId of new Set(conversationIds))
    try {
      done.rows.push(await changeOne(actor, conversationId, change));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      first ??= error;
      done.refused.push({ conversationId, key: error.key, params: error.params });
    }
  if (first && done.rows.length === 0) throw first;
  return done;
}
