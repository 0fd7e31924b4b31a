import { findBulk } from "#lib/conversations/bulk/control-bulk";
import { isFixed, type Order, type View } from "#lib/conversations/conversation-order";
import { listConversations } from "#lib/conversations/list-conversations";
import { loadFilter } from "#lib/conversations/views/find-filter";
import type { MemberActor } from "#lib/shops/actor";
import { listTeam } from "#lib/shops/list-team";
import { changesSince } from "../since";
import {
  announceTypingAction,
  assignConversationAction,
  cancelScheduledAction,
  closeConversationAction,
  editMessageAction,
  markReadAction,
  markUnreadAction,
  reactToMessageAction,
  reopenConversationAction,
  retryMessageAction,
  sendReceiptAction,
  sendStickerAction,
  sendTemplateAction,
  takeSavedReplyAction,
  unsendMessageAction,
} from "./actions";
import { boundTriage } from "./triage/bound-actions";

/** The inbox's actions, each already told which shop it acts in. */
function boundActions(slug: string) {
  return {
    assign: assignConversationAction.bind(null, slug),
    close: closeConversationAction.bind(null, slug),
    reopen: reopenConversationAction.bind(null, slug),
    markRead: markReadAction.bind(null, slug),
    markUnread: markUnreadAction.bind(null, slug),
    announceTyping: announceTypingAction.bind(null, slug),
    sendReceipt: sendReceiptAction.bind(null, slug),
    takeSavedReply: takeSavedReplyAction.bind(null, slug),
    sendSticker: sendStickerAction.bind(null, slug),
    sendTemplate: sendTemplateAction.bind(null, slug),
    retry: retryMessageAction.bind(null, slug),
    cancelScheduled: cancelScheduledAction.bind(null, slug),
    edit: editMessageAction.bind(null, slug),
    unsend: unsendMessageAction.bind(null, slug),
    react: reactToMessageAction.bind(null, slug),
  };
}

export type InboxActions = ReturnType<typeof boundActions>;

/** The first page of a view, whom a conversation can be assigned to, and what can be done. */
export async function loadInbox(actor: MemberActor, view: View, order: Order) {
  const since = changesSince();
  const [page, filter, team, bulkView] = await Promise.all([
    listConversations(actor, { view, order }),
    isFixed(view) ? null : loadFilter(actor, view),
    listTeam(actor),
    findBulk(actor),
  ]);
  return {
    view,
    order,
    filter,
    page,
    since,
    members: team.members.map(({ id, name }) => ({ id, name })),
    actions: boundActions(actor.shopSlug),
    triage: boundTriage(actor.shopSlug),
    bulkView,
  };
}

export type LoadedInbox = Awaited<ReturnType<typeof loadInbox>>;
