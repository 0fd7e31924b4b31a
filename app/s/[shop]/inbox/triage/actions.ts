"use server";

import { blockContact, unblockContact } from "#lib/conversations/block-contact";
import { ChangeMany } from "#lib/conversations/bulk/bulk-change";
import { changeMany } from "#lib/conversations/bulk/change-many";
import {
  OneContact,
  OneConversation,
  SetPriority,
  SnoozeConversation,
  TagConversation,
} from "#lib/conversations/input";
import { markSpam } from "#lib/conversations/mark-spam";
import { putBack } from "#lib/conversations/put-back";
import { setPriority } from "#lib/conversations/set-priority";
import { snoozeConversation } from "#lib/conversations/snooze/snooze-conversation";
import { changeTag } from "#lib/conversations/tags/change-tag";
import { createTag } from "#lib/conversations/tags/create-tag";
import { ChangeTag, CreateTag, MergeTags, OneTag } from "#lib/conversations/tags/input";
import { mergeTags, removeTag } from "#lib/conversations/tags/remove-tag";
import { tagConversation, untagConversation } from "#lib/conversations/tags/tag-conversation";
import { memberAction } from "#lib/http/member-action";

export const snoozeConversationAction = memberAction(SnoozeConversation, snoozeConversation);
export const changeManyAction = memberAction(ChangeMany, changeMany);
export const markSpamAction = memberAction(OneConversation, markSpam);
export const putBackAction = memberAction(OneConversation, putBack);
export const blockContactAction = memberAction(OneContact, blockContact);
export const unblockContactAction = memberAction(OneContact, unblockContact);
export const setPriorityAction = memberAction(SetPriority, setPriority);
export const tagConversationAction = memberAction(TagConversation, tagConversation);
export const untagConversationAction = memberAction(TagConversation, untagConversation);
export const createTagAction = memberAction(CreateTag, createTag);
export const changeTagAction = memberAction(ChangeTag, changeTag);
export const mergeTagsAction = memberAction(MergeTags, mergeTags);
export const removeTagAction = memberAction(OneTag, removeTag);
