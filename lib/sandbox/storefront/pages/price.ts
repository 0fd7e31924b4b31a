import type { StorefrontLocale } from "../messages";
import { CURRENCY } from "../products";

/** A price tag: whole amounts without their zeros, as on a slate (€68, 68 €). `minor` in minor units. */
export function priceTag(minor: number, locale: StorefrontLocale): string {
  const options = { style: "currency", currency: CURRENCY, trailingZeroDisplay: "stripIfInteger" } as const;
  return new Intl.NumberFormat(locale, options).format(minor / 100);
}
