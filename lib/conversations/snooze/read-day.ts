import type { Local } from "#lib/core/wall-clock";
import { dayOf, daysTo } from "./presets";

const WEEKDAYS: RegExp[] = [
  /^(sun|sunday|dim|dimanche)$/,
  /^(mon|monday|lun|lundi)$/,
  /^(tue|tues|tuesday|mar|mardi)$/,
  /^(wed|wednesday|mer|mercredi)$/,
  /^(thu|thur|thurs|thursday|jeu|jeudi)$/,
  /^(fri|friday|ven|vendredi)$/,
  /^(sat|saturday|sam|samedi)$/,
];
const MONTHS: RegExp[] = [
  /^(jan|january|janv|janvier)$/,
  /^(feb|february|fev|fevr|fevrier)$/,
  /^(mar|march|mars)$/,
  /^(apr|april|avr|avril)$/,
  /^(may|mai)$/,
  /^(jun|june|juin)$/,
  /^(jul|july|juil|juillet)$/,
  /^(aug|august|aout)$/,
  /^(sep|sept|september|septembre)$/,
  /^(oct|october|octobre)$/,
  /^(nov|november|novembre)$/,
  /^(dec|december|decembre)$/,
];
const NEAR: [RegExp, number][] = [
  [/^(today|tonight|aujourd'hui)$/, 0],
  [/^(tomorrow|tmrw|demain)$/, 1],
  [/^(day after tomorrow|the day after tomorrow|apres-demain|apres demain)$/, 2],
];

/** The date in the year of `local`, or in the next one when it is past; null where the month has no such day. */
function dateOf(day: number, month: number, local: Local): Local | null {
  for (const year of [local.getUTCFullYear(), local.getUTCFullYear() + 1]) {
    const date = new Date(Date.UTC(year, month, day));
    if (date.getUTCDate() === day && date >= dayOf(local)) return date;
  }
  return null;
}

function inFigures(words: string, local: Local): Local | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words);
  if (iso) {
    const [year, month, day] = [Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])];
    const date = new Date(Date.UTC(year, month, day));
    return date.getUTCMonth() === month && date.getUTCDate() === day ? date : null;
  }
  const short = /^(\d{1,2})[/.](\d{1,2})$/.exec(words);
  return short ? dateOf(Number(short[1]), Number(short[2]) - 1, local) : null;
}

function inWords(words: string, local: Local): Local | null {
  const [, before, month = "", after] =
    /^(?:(\d{1,2})(?:er|st|nd|rd|th)? )?([a-z]+)(?: (\d{1,2})(?:st|nd|rd|th)?)?$/.exec(words) ?? [];
  const day = before ?? after;
  const index = MONTHS.findIndex((name) => name.test(month));
  return day && index !== -1 ? dateOf(Number(day), index, local) : null;
}

/**
 * The beginning of the day that words in small letters without accents mean, seen from a wall clock; a weekday is the
 * next one, never today. Null when they mean none.
 */
export function readDay(words: string, local: Local): Local | null {
  const text = words.replace(/^(on|le|the|this|ce) /, "");
  const near = NEAR.find(([name]) => name.test(text));
  if (near) return dayOf(local, near[1]);
  if (/^(next week|la semaine prochaine|semaine prochaine)$/.test(text)) return dayOf(local, daysTo(1, local));
  const weekday = WEEKDAYS.findIndex((name) => name.test(text.replace(/^(next) | (prochain|prochaine)$/g, "")));
  if (weekday !== -1) return dayOf(local, daysTo(weekday, local));
  return inFigures(text, local) ?? inWords(text, local);
}
