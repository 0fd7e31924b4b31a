import { en } from "./legal/en";
import { fr } from "./legal/fr";
import type { Locale } from "./locales";

const texts: Record<Locale, typeof en> = { en, fr };

/** The terms and the privacy notice. Kept apart from the catalogue so that the browser never downloads them. */
export function legalFor(locale: Locale): typeof en {
  return texts[locale];
}
