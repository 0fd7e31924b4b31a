"use server";

import { cancelBulk, readBulk, undoBulk } from "#lib/conversations/bulk/control-bulk";
import { OneBulk, StartBulk } from "#lib/conversations/bulk/input";
import { startBulk } from "#lib/conversations/bulk/start-bulk";
import { memberAction } from "#lib/http/member-action";

export const startBulkAction = memberAction(StartBulk, startBulk);
export const cancelBulkAction = memberAction(OneBulk, cancelBulk);
export const undoBulkAction = memberAction(OneBulk, undoBulk);
export const readBulkAction = memberAction(OneBulk, readBulk);
