"use server";

import { cancelImport, pauseImport, resumeImport, startImport } from "#lib/channels/messenger/history/control-import";
import { OneChannel } from "#lib/channels/messenger/history/input";
import { memberAction } from "#lib/http/member-action";

export const startImportAction = memberAction(OneChannel, startImport);
export const pauseImportAction = memberAction(OneChannel, pauseImport);
export const resumeImportAction = memberAction(OneChannel, resumeImport);
export const cancelImportAction = memberAction(OneChannel, cancelImport);
