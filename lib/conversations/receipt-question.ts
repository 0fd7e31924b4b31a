import type { Locale } from "#lib/i18n/locales";

type About = { name: string | null; number: string };

const QUESTIONS: Record<Locale, (about: About) => string> = {
  en: ({ name, number }) => `Hello${name ? ` ${name}` : ""}, may we send you the receipt of order ${number} here?`,
  fr: ({ name, number }) =>
    `Bonjour${name ? ` ${name}` : ""}, pouvons-nous vous envoyer ici le reçu de la commande ${number}\u202f?`,
};

/**
 * What a member may ask who did not allow order updates, in the shopper's language: once she answers, they talk, and the
 * receipt may be sent by hand. Source: permission.md, the row of receipts.
 */
export function receiptQuestion(locale: Locale, about: About): string {
  return QUESTIONS[locale](about);
}
