"use server";

import { OneContactNote, SaveContactNote, SetContactField } from "#lib/contacts/about/input";
import { removeContactNote } from "#lib/contacts/about/remove-note";
import { saveContactNote } from "#lib/contacts/about/save-note";
import { setContactField } from "#lib/contacts/about/set-field";
import { memberAction } from "#lib/http/member-action";

export const saveContactNoteAction = memberAction(SaveContactNote, saveContactNote);
export const removeContactNoteAction = memberAction(OneContactNote, removeContactNote);
export const setContactFieldAction = memberAction(SetContactField, setContactField);
