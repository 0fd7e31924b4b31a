/** The languages of the interface; the first is what everyone else gets. */
export const LOCALES = ["en", "fr"] as const;
export type Locale = (typeof LOCALES)[number];

/** Each language in its own words, for the switch. */
export const LOCALE_NAMES: Record<Locale, string> = { en: "English", fr: "Français" };

/** The cookie that remembers a chosen language. */
export const LOCALE_COOKIE = "locale";

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/**
 * The language to answer in: the remembered choice, else the best of an Accept-Language header (RFC 9110 §12.5.4), else English.
 * A malformed header counts as none.
 */
export function negotiateLocale(acceptLanguage: string | null | undefined, remembered?: string): Locale {
  if (isLocale(remembered)) return remembered;
  const wishes = (acceptLanguage ?? "")
    .slice(0, 1000)
    .split(",")
    .map((part) => {
      const [tag = "", ...params] = part.trim().toLowerCase().split(";");
      const q = params
        .map((param) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(param)?.[1])
        .find((found) => found !== undefined);
      return { language: tag.trim().split("-")[0], quality: q === undefined ? 1 : Number(q) };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const wish of wishes) if (isLocale(wish.language)) return wish.language;
  return LOCALES[0];
}
