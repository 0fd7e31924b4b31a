import type { Locale } from "../locales";

const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const day = { weekday: "long", day: "numeric", month: "long" } as const;
const dates = new Map<object, Intl.DateTimeFormat>(); // made once: one chat speaks one language, and making one is slow

function date(locale: Locale, options: Intl.DateTimeFormatOptions) {
  const made = dates.get(options) ?? new Intl.DateTimeFormat(locale, options);
  dates.set(options, made);
  return made;
}

/** "14:24", in the visitor's own time zone. */
export function formatTime(iso: string, locale: Locale): string {
  return date(locale, time).format(new Date(iso));
}

/** "Monday 3 March". Null for today, which needs no name. */
export function formatDay(iso: string, locale: Locale): string | null {
  const then = new Date(iso);
  return then.toDateString() === new Date().toDateString() ? null : date(locale, day).format(then);
}

/** "Service and Order updates". */
export function formatList(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale).format(names);
}

/** Minor units of an ISO 4217 currency in the words of the locale: 6800 EUR is "€68.00" or "68,00 €". */
export function formatMoney(minor: number, currency: string, locale: Locale): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** "4 minutes", "2 hours". */
export function formatMinutes(minutes: number, locale: Locale): string {
  const [unit, count] = minutes < 60 ? ["minute", minutes] : ["hour", minutes / 60];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(count);
}

/** "12 kB", of a file. */
export function formatBytes(bytes: number, locale: Locale): string {
  const [unit, size] = bytes < 1e6 ? ["kilobyte", 1e3] : ["megabyte", 1e6];
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: 1 }).format(bytes / size);
}

/** Up to two initials of a name, upper case. */
export function initials(name: string): string {
  const [first = "", ...rest] = name.trim().split(/\s+/);
  const second = rest.at(-1) ?? "";
  return `${[...first][0] ?? ""}${[...second][0] ?? ""}`.toUpperCase();
}

/** One hue (0 to 359) per name, always the same. */
export function hueOf(name: string): number {
  let hue = 0;
  for (const letter of name) hue = (hue * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return hue;
}
