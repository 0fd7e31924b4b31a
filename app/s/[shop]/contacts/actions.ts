"use server";

import { MergeContacts, mergeContacts } from "#lib/connect/merge-contacts";
import { UndoMerge, undoMerge } from "#lib/connect/undo-merge";
import { VerifyRecord, verifyRecord } from "#lib/contacts/verify-record";
import { memberAction } from "#lib/http/member-action";

export const mergeContactsAction = memberAction(MergeContacts, mergeContacts);
export const undoMergeAction = memberAction(UndoMerge, undoMerge);
export const verifyRecordAction = memberAction(VerifyRecord, verifyRecord);
