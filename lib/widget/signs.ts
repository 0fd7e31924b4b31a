import type { Locale } from "./locales";

/** What a shopper can put on a message of the shop, and how each is said. */
export const signs: Record<"❤" | "😆" | "😮" | "😢" | "😠" | "👍", Record<Locale, string>> = {
  "❤": { en: "Love", fr: "J’adore" },
  "😆": { en: "Haha", fr: "Haha" },
  "😮": { en: "Wow", fr: "Waouh" },
  "😢": { en: "Sad", fr: "Triste" },
  "😠": { en: "Angry", fr: "En colère" },
  "👍": { en: "Like", fr: "J’aime" },
};
