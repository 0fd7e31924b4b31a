/** What the checkout asks, in this order. */
export const ASKED = ["service", "order_updates", "offers"] as const;
export type Asked = (typeof ASKED)[number];

/** The version of Comptoir's words that stand below, which goes with the answers: they are shown as they are, unchanged. */
export const WORDS_VERSION = "2026-11";

export const ASKED_WORDS: Record<"en" | "fr", Record<Asked, string>> = {
  en: {
    service: "Service: may write to you again about a question or an order",
    order_updates: "Order updates: receipts, delivery and payment news",
    offers: "Offers: news and sales, twice a month at most",
  },
  fr: {
    service: "Service\u202f: peut vous recontacter au sujet d’une question ou d’une commande",
    order_updates: "Suivi de commande\u202f: reçus, livraison et paiement",
    offers: "Offres\u202f: nouveautés et promotions, deux fois par mois au plus",
  },
};
