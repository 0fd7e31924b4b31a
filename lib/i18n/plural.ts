import type { Locale } from "./locales";

/**
 * Picks the form a language uses for `n` (CLDR plural rules) and puts the number, written as that language does, where `#` stands.
 * French counts 0 and 1 as one; English only 1.
 */
export function pluralFor(locale: Locale): (n: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (n, one, other) => (rules.select(n) === "one" ? one : other).replace("#", numbers.format(n));
}
