import { DAY } from "#lib/core/clock";

/** Days as `month-day`, and days counted from Easter Sunday. */
type Calendar = {
  fixed: readonly string[];
  fromEaster: readonly number[];
  mondays: readonly [month: number, nth: number][];
};

/** Source: Code du travail L3133-1. */
const FRANCE: Calendar = {
  fixed: ["1-1", "5-1", "5-8", "7-14", "8-15", "11-1", "11-11", "12-25"],
  fromEaster: [1, 39, 50],
  mondays: [],
};
/**
 * The day on which each overseas department and collectivity commemorates that slavery was abolished. Saint-Martin keeps
 * the 28th, the law names the 27th: offers rest on both. Source: Code du travail L3422-2; for the 28th, the
 * prefecture's notice of 2019.
 */
const ABOLITION: Record<string, readonly string[]> = {
  "Indian/Mayotte": ["4-27"],
  "America/Martinique": ["5-22"],
  "America/Guadeloupe": ["5-27"],
  "America/Marigot": ["5-27", "5-28"],
  "America/Cayenne": ["6-10"],
  "America/St_Barthelemy": ["10-9"],
  "Indian/Reunion": ["12-20"],
};
const overseas = (zone: string): Calendar => ({ ...FRANCE, fixed: [...FRANCE.fixed, ...(ABOLITION[zone] ?? [])] });
/** Good Friday and 26 December, in the departments 57, 67 and 68. Source: Code du travail L3134-13. */
const ALSACE_MOSELLE: Calendar = {
  ...FRANCE,
  fixed: [...FRANCE.fixed, "12-26"],
  fromEaster: [-2, ...FRANCE.fromEaster],
};
/** England and Wales; `nth` -1 is the month's last Monday. Source: Banking and Financial Dealings Act 1971, schedule 1. */
const BRITAIN: Calendar = {
  fixed: ["1-1", "12-25", "12-26"],
  fromEaster: [-2, 1],
  mondays: [
    [5, 1],
    [5, -1],
    [8, -1],
  ],
};
const ELSEWHERE: Calendar = { fixed: ["1-1", "12-25"], fromEaster: [], mondays: [] };

const OF_ZONE: Record<string, Calendar> = {
  "Europe/London": BRITAIN,
  "Europe/Paris": FRANCE,
  ...Object.fromEntries(
    [
      "America/Cayenne",
      "America/Guadeloupe",
      "America/Marigot",
      "America/Martinique",
      "America/Miquelon",
      "America/St_Barthelemy",
      "Indian/Mayotte",
      "Indian/Reunion",
      "Pacific/Noumea",
      "Pacific/Tahiti",
      "Pacific/Wallis",
    ].map((zone) => [zone, overseas(zone)]),
  ),
};

/** Easter Sunday of a year of the Gregorian calendar, at midnight UTC (the Meeus/Jones/Butcher computation). */
export function easterOf(year: number): Date {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return new Date(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1));
}

/** Where somebody is: whose clocks they live by, and whether in Alsace or Moselle, which have those of Paris. */
export type Region = { zone: string; alsaceMoselle: boolean };

function calendarOf({ zone, alsaceMoselle }: Region): Calendar {
  return zone === "Europe/Paris" && alsaceMoselle ? ALSACE_MOSELLE : (OF_ZONE[zone] ?? ELSEWHERE);
}

/** Whether the day that `day` names in UTC is a public holiday there. */
export function isPublicHoliday(day: Date, region: Region): boolean {
  const { fixed, fromEaster, mondays } = calendarOf(region);
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  if (fixed.includes(`${month}-${date}`)) return true;
  if (fromEaster.includes(Math.round((day.getTime() - easterOf(year).getTime()) / DAY))) return true;
  if (day.getUTCDay() !== 1) return false;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return mondays.some(([of, nth]) => of === month && (nth > 0 ? Math.ceil(date / 7) === nth : date + 7 > last));
}
