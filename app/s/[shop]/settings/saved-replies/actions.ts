"use server";

import { changeSavedReply } from "#lib/conversations/change-saved-reply";
import { createSavedReply } from "#lib/conversations/create-saved-reply";
import { deleteSavedReply } from "#lib/conversations/delete-saved-reply";
import { ChangeSavedReply, CreateSavedReply, OneSavedReply } from "#lib/conversations/saved-reply-input";
import { memberAction } from "#lib/http/member-action";

export const createSavedReplyAction = memberAction(CreateSavedReply, createSavedReply);
export const changeSavedReplyAction = memberAction(ChangeSavedReply, changeSavedReply);
export const deleteSavedReplyAction = memberAction(OneSavedReply, deleteSavedReply);
