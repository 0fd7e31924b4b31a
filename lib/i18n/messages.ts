import type { Locale } from "./locales";
import { en } from "./messages/en";
import type { enPage } from "./messages/en-page";
import { fr } from "./messages/fr";

/** Every text of the interface. English is the source; a language that misses or adds a key does not compile. */
export type Messages = typeof en;

/** Those that any page may show; the rest is downloaded by the pages that show it. */
export type PageMessages = typeof enPage;

const catalogues: Record<Locale, Messages> = { en, fr };

/** The texts of one language, on the server. The browser gets its single language from the page's provider. */
export function messagesFor(locale: Locale): Messages {
  return catalogues[locale];
}
