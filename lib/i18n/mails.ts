import type { Locale } from "./locales";
import { en } from "./mails/en";
import { fr } from "./mails/fr";

const texts: Record<Locale, typeof en> = { en, fr };

/** The words of the mails. Kept apart from the catalogue: no browser needs them. */
export function mailTexts(locale: Locale): typeof en {
  return texts[locale];
}
