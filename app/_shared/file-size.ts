import type { Format } from "#lib/i18n/format";

const KILO = 1_000;

/** Bytes as a person reads them: "24 kB", "1.2 MB". */
export function fileSize(bytes: number, locale: Format["locale"]): string {
  const mega = bytes >= KILO * KILO;
  const size = mega ? bytes / (KILO * KILO) : Math.max(1, Math.round(bytes / KILO));
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: mega ? "megabyte" : "kilobyte",
    maximumFractionDigits: 1,
  }).format(size);
}

/** Seconds as a player shows them: "0:07", "12:30". */
export function playTime(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.round(seconds)) : 0;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
