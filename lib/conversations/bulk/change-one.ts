import type { MemberActor } from "#lib/shops/actor";
import { assignConversation } from "../assign-conversation";
import { closeConversation, reopenConversation } from "../close-conversation";
import { markSpam } from "../mark-spam";
import { putBack } from "../put-back";
import { snoozeConversation } from "../snooze/snooze-conversation";
import { tagConversation, untagConversation } from "../tags/tag-conversation";
import type { ConversationRow } from "../view-conversation";
import type { Change } from "./bulk-change";

/** Does to one conversation what is done to several. */
export function changeOne(actor: MemberActor, conversationId: string, change: Change): Promise<ConversationRow> {
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
