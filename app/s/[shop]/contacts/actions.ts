"use server";

import { MergeContacts, mergeContacts } from "#lib/connect/merge-contacts";
import { RecordObjection, recordObjection } from "#lib/connect/record-objection";
import { UndoMerge, undoMerge } from "#lib/connect/undo-merge";
import { CountReach, countReach } from "#lib/contacts/count-reach";
import { VerifyRecord, verifyRecord } from "#lib/contacts/verify-record";
import {
  cancelBulkMessage,
  readBulkMessage,
  resumeBulkMessage,
} from "#lib/conversations/bulk-messages/control-bulk-message";
import { countChances } from "#lib/conversations/bulk-messages/count-chances";
import { CountChances, ListWritten, OneBulkMessage, StartBulkMessage } from "#lib/conversations/bulk-messages/input";
import { listWritten } from "#lib/conversations/bulk-messages/list-written";
import { startBulkMessage } from "#lib/conversations/bulk-messages/start-bulk-message";
import { CheckContacts, checkContacts } from "#lib/conversations/to-contacts/check-contacts";
import { TagContacts, tagContacts } from "#lib/conversations/to-contacts/tag-contacts";
import { memberAction } from "#lib/http/member-action";
import { answerAccess } from "#lib/privacy/answer-access";
import { eraseContact } from "#lib/privacy/ask-erasure";
import { StartExport, startExport } from "#lib/privacy/contact-export/start-export";
import { extendRequest } from "#lib/privacy/extend-request";
import { ExtendRequest, OneContactOf, RecordRequest } from "#lib/privacy/input";
import { recordRequest } from "#lib/privacy/record-request";

export const mergeContactsAction = memberAction(MergeContacts, mergeContacts);
export const undoMergeAction = memberAction(UndoMerge, undoMerge);
export const recordObjectionAction = memberAction(RecordObjection, recordObjection);
export const verifyRecordAction = memberAction(VerifyRecord, verifyRecord);
export const answerAccessAction = memberAction(OneContactOf, answerAccess);
export const eraseContactAction = memberAction(OneContactOf, eraseContact);
export const extendRequestAction = memberAction(ExtendRequest, extendRequest);
export const recordRequestAction = memberAction(RecordRequest, recordRequest);
export const checkContactsAction = memberAction(CheckContacts, checkContacts);
export const tagContactsAction = memberAction(TagContacts, tagContacts);
export const countReachAction = memberAction(CountReach, countReach);
export const startExportAction = memberAction(StartExport, startExport);
export const countChancesAction = memberAction(CountChances, countChances);
export const startBulkMessageAction = memberAction(StartBulkMessage, startBulkMessage);
export const cancelBulkMessageAction = memberAction(OneBulkMessage, cancelBulkMessage);
export const resumeBulkMessageAction = memberAction(OneBulkMessage, resumeBulkMessage);
export const readBulkMessageAction = memberAction(OneBulkMessage, readBulkMessage);
export const listWrittenAction = memberAction(ListWritten, listWritten);
