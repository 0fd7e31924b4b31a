/** How many digits a currency has after the point (ISO 4217), as the platform knows it. */
export function fractionDigits(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** `minor` units (integer) of `currency` (ISO 4217) in words of `locale`: 6800, EUR, fr → 68,00 €. */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const digits = fractionDigits(currency);
  return new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" }).format(
    minor / 10 ** digits,
  );
}
