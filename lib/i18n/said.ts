import type { Locale } from "./locales";
import { en } from "./said/en";
import { fr } from "./said/fr";

const TEXTS: Record<Locale, typeof en> = { en, fr };

/** What is said to a shopper in the conversation without anybody writing it, in her language. */
export function saidTexts(locale: Locale): typeof en {
  return TEXTS[locale];
}
