"use server";

import { memberAction } from "#lib/http/member-action";
import { cancelImport, OneImport, startImport, TryImport, tryImport, undoImport } from "#lib/imports/control-import";

export const tryFileAction = memberAction(TryImport, tryImport);
export const importFileAction = memberAction(OneImport, startImport);
export const endFileImportAction = memberAction(OneImport, cancelImport);
export const undoFileImportAction = memberAction(OneImport, undoImport);
