/** The languages the widget speaks. How one is added: docs/widget-language.md. */
export const spoken = ["en", "fr"] as const;

export type Locale = (typeof spoken)[number];

/** The first of the wanted languages the widget speaks ("fr-CA" counts as "fr"); English when it speaks none. */
export function pickLocale(...wanted: readonly (string | null | undefined)[]): Locale {
  for (const tag of wanted) {
    const found = spoken.find((locale) => tag?.toLowerCase().startsWith(locale));
    if (found) return found;
  }
  return "en";
}
