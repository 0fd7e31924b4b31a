import type { Locale } from "./locales";

/** Our own stickers by name, and what each shows, for whoever does not see it. The drawings are `/stickers/NAME.svg`. */
export const stickers: Record<"merci" | "coeur" | "lettre" | "arrosoir" | "velo" | "oups", Record<Locale, string>> = {
  merci: { en: "Thank you", fr: "Merci" },
  coeur: { en: "A heart", fr: "Un cœur" },
  lettre: { en: "A letter", fr: "Une lettre" },
  arrosoir: { en: "A watering can", fr: "Un arrosoir" },
  velo: { en: "A delivery bicycle", fr: "Un vélo de livraison" },
  oups: { en: "Oops", fr: "Oups" },
};
