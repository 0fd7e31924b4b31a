import { cookies, headers } from "next/headers";
import { newId } from "#lib/core/ids";
import { LOCALE_COOKIE, type Locale, negotiateLocale } from "#lib/i18n/locales";

/** The language to answer this request in, and the id under which it is logged. */
export async function requestContext(): Promise<{ locale: Locale; requestId: string }> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return {
    locale: negotiateLocale(sent.get("accept-language"), jar.get(LOCALE_COOKIE)?.value),
    requestId: sent.get("x-request-id") ?? newId(),
  };
}
