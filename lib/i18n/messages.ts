import type { Locale } from "./locales";
import { en } from "./messages/en";
import { fr } from "./messages/fr";

/** Every text of the interface. English is the source; a language that misses or adds a key does not compile. */
export type Messages = typeof en;

const catalogues: Record<Locale, Messages> = { en, fr };

/** The texts of one language, on the server. The browser gets its single language from the page's provider. */
export function messagesFor(locale: Locale): Messages {
  return catalogues[locale];
}
