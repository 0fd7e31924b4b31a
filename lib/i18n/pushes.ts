import type { Locale } from "./locales";
import { en } from "./pushes/en";
import { fr } from "./pushes/fr";

const texts: Record<Locale, typeof en> = { en, fr };

/** The words of what a device tells while no window is open. Kept apart from the catalogue: no browser needs them. */
export function pushTexts(locale: Locale): typeof en {
  return texts[locale];
}
