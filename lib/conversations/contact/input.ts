import { z } from "zod";
import { plainName } from "#lib/core/plain-name";
import { LOCALES } from "#lib/i18n/locales";
import { plainText } from "#lib/shops/input";
import { CONTACT_NAME_MAX } from "./limits";

const contactId = z.uuid();

/**
 * `before`: what she is called until then; another name that somebody gave her meanwhile is not overwritten; absent,
 * whatever it is.
 */
export const RenameContact = z.strictObject({
  contactId,
  name: plainText(0, CONTACT_NAME_MAX).transform(plainName),
  before: plainText(0, CONTACT_NAME_MAX).optional(),
});
export type RenameContact = z.output<typeof RenameContact>;

/** `before`: what she speaks until then, null for what nobody knows; absent, whatever it is. */
export const SetContactLanguage = z.strictObject({
  contactId,
  locale: z.enum(LOCALES).nullable(),
  before: z.string().max(35, "too_long").nullable().optional(),
});
export type SetContactLanguage = z.output<typeof SetContactLanguage>;
