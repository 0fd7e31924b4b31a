import { en } from "./kit/en";
import { fr } from "./kit/fr";
import type { Locale } from "./locales";

const texts: Record<Locale, typeof en> = { en, fr };

export type KitTexts = typeof en;

/** The samples of the component sheet, which only a sandbox shows. */
export function kitFor(locale: Locale): KitTexts {
  return texts[locale];
}
