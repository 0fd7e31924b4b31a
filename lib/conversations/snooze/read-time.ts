import { DAY, HOUR, MINUTE } from "#lib/core/clock";
import { localOf } from "#lib/core/wall-clock";
import { dayOf, HOURS, hourOf } from "./presets";
import { readDay } from "./read-day";

/** The longest that anything may be put away. */
export const MOST_AHEAD_MS = 366 * DAY;

const UNITS: [RegExp, number][] = [
  [/^(m|mn|min|mins|minute|minutes)$/, MINUTE],
  [/^(h|hr|hrs|hour|hours|heure|heures)$/, HOUR],
];
const DAY_UNITS: [RegExp, number][] = [
  [/^(d|j|day|days|jour|jours)$/, 1],
  [/^(w|week|weeks|semaine|semaines)$/, 7],
];
const MONTH = /^(month|months|mois)$/;
const NUMBERS: Record<string, number> = { a: 1, an: 1, one: 1, un: 1, une: 1, two: 2, deux: 2, three: 3, trois: 3 };

/** Small letters without accents, one blank between words, the straight apostrophe. */
function plain(text: string): string {
  const letters = text.normalize("NFD").replace(/\p{Mn}/gu, "");
  return letters
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/[\s,]+/g, " ")
    .trim();
}

function afterSpan(text: string, now: Date, zone: string): Date | null {
  if (/^(in|dans) (half an hour|une demi-heure)$/.test(text)) return new Date(now.getTime() + 30 * MINUTE);
  const both = /^(?:in |dans )?(\d{1,2}) ?h ?(\d{2})(?: ?min)?$/.exec(text);
  if (both && /^(in|dans) /.test(text))
    return new Date(now.getTime() + Number(both[1]) * HOUR + Number(both[2]) * MINUTE);
  const found = /^(?:(in|dans|d'ici) )?(\d{1,3}|[a-z]+) ?([a-z]+)$/.exec(text);
  const [, , count = "", unit = ""] = found ?? [];
  const n = NUMBERS[count] ?? Number(count);
  /** "9h" alone is a time of the day. */
  if (!found || !(n > 0) || (!found[1] && /^h$/.test(unit))) return null;
  const span = UNITS.find(([name]) => name.test(unit));
  if (span) return new Date(now.getTime() + n * span[1]);
  const local = localOf(now, zone);
  const inDays = DAY_UNITS.find(([name]) => name.test(unit));
  const timeOfDay = (local.getTime() % DAY) / HOUR;
  if (inDays) return hourOf(dayOf(local, n * inDays[1]), timeOfDay, zone);
  if (!MONTH.test(unit)) return null;
  const later = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + n, local.getUTCDate()));
  return hourOf(later, timeOfDay, zone);
}

const WORDS: [RegExp, number][] = [
  [/\b(noon|midi)$/, HOURS.noon],
  [/\b(midnight|minuit)$/, HOURS.midnight],
  [/\b(morning|matin)$/, HOURS.morning],
  [/\b(afternoon|apres-midi)$/, HOURS.afternoon],
  [/\b(evening|soir|tonight)$/, HOURS.evening],
];

type TimeOfDay = { hour: number; rest: string };

/** The hour a text ends with, and what stands before it. */
function readHour(text: string): TimeOfDay | null {
  const clock = /(?:^| )(?:at |a |@ ?)?(\d{1,2})(?:(?::|h| ?h )(\d{2})|( ?h))? ?(am|pm)?$/.exec(text);
  if (clock) {
    const [whole, hours, minutes = "0", h, half] = clock;
    const marked = half || h || clock[2] || /(^| )(at|a|@) ?\d+$/.test(text);
    const hour = (Number(hours) % (half ? 12 : 25)) + (half === "pm" ? 12 : 0);
    const right = half ? Number(hours) >= 1 && Number(hours) <= 12 : Number(hours) <= 24;
    if (marked && right && Number(minutes) < 60)
      return { hour: hour + Number(minutes) / 60, rest: text.slice(0, -whole.length).trim() };
  }
  const word = WORDS.find(([name]) => name.test(text));
  if (!word) return null;
  const before = text.replace(word[0], "").trim();
  return { hour: word[1], rest: before.replace(/(^| )(at|a|this|ce|cet|cette|in the|l')$/, "") };
}

/**
 * The instant that a text in English or French means: "tomorrow 3pm", "mardi 9h", "dans 2 heures", "12 May", in the
 * clocks of an IANA zone. A day without an hour is its morning; an hour without a day is the next such hour. Null for
 * what is not understood, is past, or is more than a year ahead.
 */
export function readTime(text: string, now: Date, zone: string): Date | null {
  const words = plain(text);
  const at = words === "" ? null : (afterSpan(words, now, zone) ?? onDay(words, now, zone));
  return at && at > now && at.getTime() - now.getTime() <= MOST_AHEAD_MS ? at : null;
}

function onDay(words: string, now: Date, zone: string): Date | null {
  const local = localOf(now, zone);
  const time = readHour(words);
  if (time && time.rest === "") {
    const today = hourOf(dayOf(local), time.hour, zone);
    return today > now ? today : hourOf(dayOf(local, 1), time.hour, zone);
  }
  const day = readDay(time?.rest ?? words, local);
  return day && hourOf(day, time?.hour ?? HOURS.morning, zone);
}
