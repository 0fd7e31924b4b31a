import type { Locale } from "#lib/i18n/locales";

const CURRENCIES = [
  "EUR",
  "USD",
  "GBP",
  "CHF",
  "CAD",
  "AUD",
  "NZD",
  "JPY",
  "SEK",
  "NOK",
  "DKK",
  "ISK",
  "PLN",
  "CZK",
  "HUF",
  "RON",
  "TRY",
  "MAD",
  "TND",
  "DZD",
  "EGP",
  "XOF",
  "XAF",
  "XPF",
  "MUR",
  "ZAR",
  "AED",
  "SAR",
  "ILS",
  "INR",
  "KRW",
  "SGD",
  "HKD",
  "THB",
  "BRL",
  "MXN",
  "ARS",
  "CLP",
  "COP",
] as const;

export type Choice = { value: string; label: string };

/** The currencies of the list, by name: "Euro (€)". */
export function currencyChoices(locale: Locale): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  const sign = (currency: string) =>
    new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" })
      .formatToParts(0)
      .find((part) => part.type === "currency")?.value ?? currency;
  const label = (currency: string) => {
    const name = names.of(currency) ?? currency;
    return `${name.charAt(0).toLocaleUpperCase(locale)}${name.slice(1)} (${sign(currency)})`;
  };
  return CURRENCIES.map((value) => ({ value, label: label(value) }));
}

/** Every time zone this server knows (IANA names). */
export function timeZoneChoices(): string[] {
  return Intl.supportedValuesOf("timeZone");
}
