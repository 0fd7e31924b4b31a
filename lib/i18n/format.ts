import { DAY, HOUR, MINUTE } from "../core/clock";
import { formatMoney } from "../core/money";
import type { Locale } from "./locales";

/** English is written the British way: day before month, 24-hour stamps. */
const TAGS: Record<Locale, string> = { en: "en-GB", fr: "fr-FR" };

const NBSP = "\u00a0";

const WORDS = {
  en: {
    ...{ now: "now", today: "Today", yesterday: "Yesterday", reply: "they reply" },
    ago: (span: string) => `${span} ago`,
  },
  fr: {
    ...{ now: "à l’instant", today: "Aujourd’hui", yesterday: "Hier", reply: "sa réponse" },
    ago: (span: string) => `il y a ${span}`,
  },
} as const;

/** An instant, as a Date or as the ISO 8601 text that views carry. */
export type Instant = Date | string;

/** Says instants, durations, amounts and lists in one language and one IANA time zone. */
export type Format = ReturnType<typeof formatIn>;

/** `now` is asked at each call, so one formatter stays right past midnight. Throws a RangeError for an unknown zone. */
export function formatIn(locale: Locale, timeZone: string, now: () => Date = () => new Date()) {
  const tag = TAGS[locale];
  const words = WORDS[locale];
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { timeZone, ...options });
  const clock = part({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const figures = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const weekdays = part({ weekday: "long" });
  const months = { long: part({ month: "long" }), short: part({ month: "short" }) };
  const numbers = new Intl.NumberFormat(tag);
  const lists = new Intl.ListFormat(tag, { type: "conjunction" });
  const days = new Intl.NumberFormat(tag, { style: "unit", unit: "day", unitDisplay: "long" });

  const at = (instant: Instant) => (typeof instant === "string" ? new Date(instant) : instant);
  const figuresOf = (date: Date) => figures.format(date).split("-").map(Number) as [number, number, number];
  const dayNumber = (date: Date) => {
    const [year, month, day] = figuresOf(date);
    return Date.UTC(year, month - 1, day) / DAY;
  };
  const daysAgo = (instant: Instant) => dayNumber(now()) - dayNumber(at(instant));

  /**
   * Day, month and, when it is not this one or is asked for, the year: composed here because patterns differ between
   * engines.
   */
  const calendar = (instant: Instant, month: "long" | "short", year: "always" | "other" = "other") => {
    const date = at(instant);
    const [yearNumber, , day] = figuresOf(date);
    const dayWord = locale === "fr" && day === 1 ? "1er" : String(day);
    const withYear = year === "always" || yearNumber !== figuresOf(now())[0];
    return `${dayWord} ${months[month].format(date)}${withYear ? ` ${yearNumber}` : ""}`;
  };
  const weekday = (instant: Instant) => `${weekdays.format(at(instant))} ${calendar(instant, "long")}`;
  const time = (instant: Instant) => clock.format(at(instant));
  const near = (instant: Instant, other: (instant: Instant) => string) => {
    const passed = daysAgo(instant);
    return passed === 0 ? words.today : passed === 1 ? words.yesterday : other(instant);
  };
  const dayAndTime = (instant: Instant) => `${near(instant, (other) => calendar(other, "long"))}, ${time(instant)}`;
  /** Inside a sentence the words "Today" and "Yesterday" are small; a month keeps its letter. */
  const inline = (instant: Instant, other: (instant: Instant) => string) => {
    const passed = daysAgo(instant);
    return passed === 0 || passed === 1 ? dayAndTime(instant).toLocaleLowerCase(tag) : other(instant);
  };

  const duration = (milliseconds: number) => {
    if (milliseconds >= 2 * DAY) return days.format(Math.floor(milliseconds / DAY)).replace(/\s/g, NBSP);
    const hours = Math.floor(milliseconds / HOUR);
    const minutes = Math.floor(milliseconds / MINUTE) - hours * 60;
    if (hours === 0) return `${Math.max(1, minutes)}${NBSP}min`;
    return minutes === 0 ? `${hours}${NBSP}h` : `${hours}${NBSP}h${NBSP}${minutes}${NBSP}min`;
  };
  const elapsed = (instant: Instant) => duration(Math.max(0, now().getTime() - at(instant).getTime()));

  return {
    locale,
    timeZone,
    /** The present, as this formatter sees it. */
    now,
    /** What stands after "until" in the place of an instant: that she replies. */
    reply: words.reply,
    /** "14:22" */
    time,
    /** "12 May"; with the year when it is not this one. */
    date: (instant: Instant) => calendar(instant, "short"),
    /** "12 March" */
    fullDate: (instant: Instant) => calendar(instant, "long"),
    /** "2025-05-27": a day as a date field takes it. */
    fieldDay: (instant: Instant) =>
      figuresOf(at(instant))
        .map((figure) => String(figure).padStart(2, "0"))
        .join("-"),
    /** "Tuesday 27 May" */
    weekday,
    /** "Saturday" */
    weekdayName: (instant: Instant) => weekdays.format(at(instant)),
    /** "Today", "Yesterday", "Tuesday 27 May": the line between two days of a conversation. */
    day: (instant: Instant) => near(instant, weekday),
    /** "Today, 14:22", "Yesterday, 19:40", "12 March, 10:06" */
    dayAndTime,
    /** The same inside a sentence: "today, 14:22", "12 March, 10:06" */
    dayAndTimeInline: (instant: Instant) => inline(instant, dayAndTime),
    /** Since when something holds: "today, 14:22", "yesterday, 19:40", else "12 May". */
    sinceInline: (instant: Instant) => inline(instant, (other) => calendar(other, "short")),
    /** "14:31" today, else "12 May": the stamp of a row. */
    stamp: (instant: Instant) => (daysAgo(instant) === 0 ? time(instant) : calendar(instant, "short")),
    /** "Friday 23 May 2025, 14:22": for a tooltip. */
    instant: (instant: Instant) =>
      `${weekdays.format(at(instant))} ${calendar(instant, "long", "always")}, ${time(instant)}`,
    /** "4 pm", "8:30 am"; in French "16 h", "8 h 30". */
    spokenTime: (instant: Instant) => {
      const [hour = 0, minute = 0] = time(instant).split(":").map(Number);
      const padded = String(minute).padStart(2, "0");
      if (locale === "fr") return `${hour}${NBSP}h${minute === 0 ? "" : `${NBSP}${padded}`}`;
      return `${hour % 12 || 12}${minute === 0 ? "" : `:${padded}`}${NBSP}${hour < 12 ? "am" : "pm"}`;
    },
    /** Milliseconds as "2 min", "3 h 12 min", "2 days": rounded down, one minute at least. */
    duration,
    /** The duration since an instant: "2 days". A time to come counts as one minute. */
    elapsed,
    /**
     * "now", "22 min ago", "3 h ago", "Yesterday", "3 days ago", and from a week on the date. A time to come counts as
     * now.
     */
    ago: (instant: Instant) => {
      const passed = now().getTime() - at(instant).getTime();
      if (passed < MINUTE) return words.now;
      if (passed >= 7 * DAY) return calendar(instant, "short");
      if (daysAgo(instant) === 1 && passed >= 12 * HOUR) return words.yesterday;
      return words.ago(passed >= HOUR && passed < 2 * DAY ? `${Math.floor(passed / HOUR)}${NBSP}h` : duration(passed));
    },
    /** `minor` units (integer) of an ISO 4217 currency: "€68.00", "68,00 €" */
    money: (minor: number, currency: string) => formatMoney(minor, currency, tag),
    number: (n: number) => numbers.format(n),
    /** "Léa, Karim and Tom" */
    list: (items: readonly string[]) => lists.format(items),
  };
}
