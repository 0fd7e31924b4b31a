import { cookies, headers } from "next/headers";
import { cache } from "react";
import { type Format, formatIn } from "#lib/i18n/format";
import { LOCALE_COOKIE, type Locale, negotiateLocale } from "#lib/i18n/locales";
import { type Messages, messagesFor } from "#lib/i18n/messages";

/** The language of this request: the remembered choice, else the browser's wish. */
export const getLocale = cache(async (): Promise<Locale> => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return negotiateLocale(sent.get("accept-language"), jar.get(LOCALE_COOKIE)?.value);
});

/** The texts of this request's language. */
export async function getMessages(): Promise<Messages> {
  return messagesFor(await getLocale());
}

/** The formatter of this request's language, in an IANA zone: a shop's, or UTC where there is none. */
export async function getFormat(timeZone = "UTC"): Promise<Format> {
  return formatIn(await getLocale(), timeZone);
}
