/** How many digits a currency has after the point (ISO 4217), as the platform knows it. */
export function fractionDigits(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount in the currency's major unit, with a point and no sign of the currency: 6800, EUR → 68.00. */
export function decimal(minor: number, currency: string): string {
  const digits = fractionDigits(currency);
  return (minor / 10 ** digits).toFixed(digits);
}

/** `minor` units (integer) of `currency` (ISO 4217) in words of `locale`: 6800, EUR, fr → 68,00 €. */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const digits = fractionDigits(currency);
  return new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" }).format(
    minor / 10 ** digits,
  );
}
