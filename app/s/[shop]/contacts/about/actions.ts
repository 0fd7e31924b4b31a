"use server";

import { OneContactNote, RestoreContactNote, SaveContactNote, SetContactField } from "#lib/contacts/about/input";
import { removeContactNote } from "#lib/contacts/about/remove-note";
import { restoreContactNote } from "#lib/contacts/about/restore-note";
import { saveContactNote } from "#lib/contacts/about/save-note";
import { setContactField } from "#lib/contacts/about/set-field";
import { RenameContact, SetContactLanguage } from "#lib/conversations/contact/input";
import { renameContact } from "#lib/conversations/contact/rename-contact";
import { setContactLanguage } from "#lib/conversations/contact/set-contact-language";
import { memberAction } from "#lib/http/member-action";

export const saveContactNoteAction = memberAction(SaveContactNote, saveContactNote);
export const removeContactNoteAction = memberAction(OneContactNote, removeContactNote);
export const restoreContactNoteAction = memberAction(RestoreContactNote, restoreContactNote);
export const renameContactAction = memberAction(RenameContact, renameContact);
export const setContactLanguageAction = memberAction(SetContactLanguage, setContactLanguage);
export const setContactFieldAction = memberAction(SetContactField, setContactField);
