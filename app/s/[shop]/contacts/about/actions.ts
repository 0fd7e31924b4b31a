"use server";

import { OneContactNote, RestoreContactNote, SaveContactNote, SetContactField } from "#lib/contacts/about/input";
import { removeContactNote } from "#lib/contacts/about/remove-note";
import { restoreContactNote } from "#lib/contacts/about/restore-note";
import { saveContactNote } from "#lib/contacts/about/save-note";
import { setContactField } from "#lib/contacts/about/set-field";
import { memberAction } from "#lib/http/member-action";

export const saveContactNoteAction = memberAction(SaveContactNote, saveContactNote);
export const removeContactNoteAction = memberAction(OneContactNote, removeContactNote);
export const restoreContactNoteAction = memberAction(RestoreContactNote, restoreContactNote);
export const setContactFieldAction = memberAction(SetContactField, setContactField);
