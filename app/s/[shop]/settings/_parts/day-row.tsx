import { Plus, X } from "lucide-react";
import type { Opening } from "#lib/connect/widget/input";
import { IconButton } from "#ui/icon-button";
import { Input } from "#ui/input";
import { clockOf, minutesOf } from "../../../../_shared/clock-field";

/** As many openings as a day may have. */
const PLACES = [0, 1, 2] as const;
const LAST_MINUTE = 24 * 60;
/** Wide enough for "09:00 AM", which some browsers write. */
const TIME = "w-27! [&_input::-webkit-calendar-picker-indicator]:hidden";

/** The hours of a day as a strip from midnight to midnight, beside the times that say the same. */
function DayStrip({ openings }: { openings: readonly Opening[] }) {
  return (
    <span
      aria-hidden="true"
      className="relative h-4.5 min-w-16 grow overflow-hidden rounded-xs bg-hover max-md:hidden forced-colors:border"
    >
      {PLACES.map((at) => {
        const { from, to } = openings[at] ?? { from: 0, to: 0 };
        const [left, width] = [from, Math.max(to - from, 0)].map((minutes) => `${(minutes / LAST_MINUTE) * 100}%`);
        return (
          <span
            key={at}
            style={{ left, width }}
            className="absolute inset-y-0 rounded-xs bg-brand/25 forced-colors:bg-[CanvasText]"
          />
        );
      })}
    </span>
  );
}

/** What a row says; each but `off` of a day by its name. */
type Words = { off: string } & Record<"from" | "to" | "add" | "remove", (day: string) => string>;

type Props = {
  name: string;
  texts: Words;
  openings: readonly Opening[];
  /** Where hours may end on the next day: what says that some do. */
  pastMidnight?: string;
  problemOf: (path: string) => string | undefined;
  onChange: (openings: Opening[]) => void;
};

/** The openings of one day of the week; none: closed. */
export function DayRow({ name, texts, openings, pastMidnight, problemOf, onChange }: Props) {
  const spanOf = ({ from, to }: Opening): Opening => {
    const end = to > LAST_MINUTE ? to - LAST_MINUTE : to;
    return { from, to: pastMidnight !== undefined && end <= from ? end + LAST_MINUTE : end };
  };
  const set = (at: number, next: Partial<Opening>) =>
    onChange(openings.map((one, place) => (place === at ? spanOf({ ...one, ...next }) : one)));
  const last = openings.at(-1);
  const next = last ? { from: Math.min(last.to + 60, LAST_MINUTE - 60), to: LAST_MINUTE } : { from: 540, to: 1140 };
  const problem = openings.map((_, at) => problemOf(`.${at}.to`)).find(Boolean) ?? problemOf("");
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 text-label">
      <span className="w-22 font-label max-md:w-full">{name}</span>
      <span className="grid gap-1.5 md:min-w-64">
        {openings.length === 0 ? <span className="text-ink-3">{texts.off}</span> : null}
        {PLACES.map((at) => {
          const opening = openings[at];
          return opening ? (
            <span key={at} className="flex flex-wrap items-center gap-1">
              <Input
                type="time"
                size="sm"
                className={TIME}
                aria-label={texts.from(name)}
                value={clockOf(opening.from)}
                onChange={(event) => set(at, { from: minutesOf(event.target.value) })}
              />
              <Input
                type="time"
                size="sm"
                className={TIME}
                aria-label={texts.to(name)}
                aria-invalid={(problemOf(`.${at}.to`) ?? problemOf("")) ? true : undefined}
                value={clockOf(opening.to)}
                onChange={(event) => set(at, { to: minutesOf(event.target.value) || LAST_MINUTE })}
              />
              {opening.to > LAST_MINUTE ? <span className="text-caption text-ink-3">{pastMidnight}</span> : null}
              <IconButton
                size="sm"
                icon={<X aria-hidden="true" size={14} />}
                label={texts.remove(name)}
                onClick={() => onChange(openings.filter((_, place) => place !== at))}
              />
            </span>
          ) : null;
        })}
      </span>
      {openings.length < PLACES.length ? (
        <IconButton
          size="sm"
          icon={<Plus aria-hidden="true" size={14} />}
          label={texts.add(name)}
          onClick={() => onChange([...openings, next])}
        />
      ) : null}
      <DayStrip openings={openings} />
      <p aria-live="polite" className={problem ? "basis-full text-caption text-danger-ink" : "sr-only"}>
        {problem}
      </p>
    </li>
  );
}
