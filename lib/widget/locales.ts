/**
 * The languages the widget speaks. To add one: add its code here, then follow the compiler to the launcher's labels
 * (`labels.ts`) and to the chat's catalogue (`chat/messages.ts`), the only two places that hold words.
 */
export type Locale = "en" | "fr";

const spoken: readonly Locale[] = ["en", "fr"];

/** The first of the wanted languages the widget speaks ("fr-CA" counts as "fr"); English when it speaks none. */
export function pickLocale(...wanted: readonly (string | null | undefined)[]): Locale {
  for (const tag of wanted) {
    const found = spoken.find((locale) => tag?.toLowerCase().startsWith(locale));
    if (found) return found;
  }
  return "en";
}
