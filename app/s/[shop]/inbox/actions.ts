"use server";

import { SendTemplate, sendTemplate } from "#lib/channels/messenger/outbound/send-template";
import { announceTyping } from "#lib/conversations/announce-typing";
import { assignConversation } from "#lib/conversations/assign-conversation";
import { cancelScheduled } from "#lib/conversations/cancel-scheduled";
import { closeConversation, reopenConversation } from "#lib/conversations/close-conversation";
import { editAsMember } from "#lib/conversations/edit-as-member";
import {
  AssignConversation,
  CloseConversation,
  EditMessage,
  MarkRead,
  OneConversation,
  OneMessage,
  ReactToMessage,
  SaveDraft,
  SendMessage,
  WriteNote,
} from "#lib/conversations/input";
import { markRead } from "#lib/conversations/mark-read";
import { markUnread } from "#lib/conversations/mark-unread";
import { reactAsMember } from "#lib/conversations/react-as-member";
import { retryMessage } from "#lib/conversations/retry-message";
import { saveDraft } from "#lib/conversations/save-draft";
import { OneSavedReply } from "#lib/conversations/saved-reply-input";
import { sendMessage } from "#lib/conversations/send-message";
import { SendSticker, sendSticker } from "#lib/conversations/send-sticker";
import { takeSavedReply } from "#lib/conversations/take-saved-reply";
import { unsendAsMember } from "#lib/conversations/unsend-as-member";
import { writeNote } from "#lib/conversations/write-note";
import { memberAction } from "#lib/http/member-action";
import { SendReceipt } from "#lib/orders/input";
import { sendReceipt } from "#lib/orders/send-receipt";

export const sendMessageAction = memberAction(SendMessage, sendMessage, "member writes");
export const writeNoteAction = memberAction(WriteNote, writeNote, "member writes");
export const saveDraftAction = memberAction(SaveDraft, saveDraft);
export const takeSavedReplyAction = memberAction(OneSavedReply, takeSavedReply);
export const sendReceiptAction = memberAction(SendReceipt, sendReceipt, "member writes");
export const assignConversationAction = memberAction(AssignConversation, assignConversation);
export const closeConversationAction = memberAction(CloseConversation, closeConversation);
export const reopenConversationAction = memberAction(OneConversation, reopenConversation);
export const markReadAction = memberAction(MarkRead, markRead);
export const markUnreadAction = memberAction(OneConversation, markUnread);
export const announceTypingAction = memberAction(OneConversation, announceTyping, "types");
export const cancelScheduledAction = memberAction(OneMessage, cancelScheduled);
export const retryMessageAction = memberAction(OneMessage, retryMessage);
export const editMessageAction = memberAction(EditMessage, editAsMember, "member writes");
export const unsendMessageAction = memberAction(OneMessage, unsendAsMember);
export const reactToMessageAction = memberAction(ReactToMessage, reactAsMember);
export const sendStickerAction = memberAction(SendSticker, sendSticker, "member writes");
export const sendTemplateAction = memberAction(SendTemplate, sendTemplate, "member writes");
