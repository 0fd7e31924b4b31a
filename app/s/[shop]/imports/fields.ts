import { CONTACT_FIELDS } from "#lib/contacts/import/fields";
import { REPLY_FIELDS } from "#lib/conversations/import/reply-fields";
import type { ImportView } from "#lib/imports/view-import";

/** What a column of each kind of file may hold, in the order in which it is offered. */
export const FIELDS = {
  contacts: CONTACT_FIELDS,
  saved_replies: REPLY_FIELDS,
} as const satisfies Record<ImportView["kind"], readonly string[]>;
