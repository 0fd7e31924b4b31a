import type { Locale } from "./locales";

/** What the launcher says to a screen reader, in each language. */
export const labels: Record<Locale, { open: string; close: string; unread: string }> = {
  en: { open: "Contact me via chat", close: "Close the chat", unread: "unread" },
  fr: { open: "Contactez-moi par chat", close: "Fermer le chat", unread: "non lus" },
};
