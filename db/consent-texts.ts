import { createHash } from "node:crypto";
import type postgres from "postgres";

/** The version of the words that are shown now. A new wording gets a new version; old ones stay for ever. */
export const CONSENT_TEXT_VERSION = "2026-11";

const TEXTS = {
  service: {
    en: "Service: may write to you again about a question or an order",
    fr: "Service\u202f: peut vous recontacter au sujet d’une question ou d’une commande",
  },
  order_updates: {
    en: "Order updates: receipts, delivery and payment news",
    fr: "Suivi de commande\u202f: reçus, livraison et paiement",
  },
  offers: {
    en: "Offers: news and sales, twice a month at most",
    fr: "Offres\u202f: nouveautés et promotions, deux fois par mois au plus",
  },
} as const;

/** The words of the present version for a purpose, as a person reads them in `locale`. */
export function consentText(purpose: keyof typeof TEXTS, locale: "en" | "fr"): string {
  return TEXTS[purpose][locale];
}

/** Adds the words of the present version where they are missing; what is there is never changed. */
export async function installConsentTexts(sql: postgres.Sql): Promise<void> {
  const rows = Object.entries(TEXTS).flatMap(([purpose, byLocale]) =>
    Object.entries(byLocale).map(([locale, text]) => ({
      version: CONSENT_TEXT_VERSION,
      purpose,
      locale,
      text,
      hash: createHash("sha256").update(text).digest("hex"),
    })),
  );
  await sql`insert into consent_texts ${sql(rows)} on conflict do nothing`;
}
