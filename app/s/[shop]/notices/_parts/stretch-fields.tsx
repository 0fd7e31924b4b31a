import { X } from "lucide-react";
import type { Locale } from "#lib/i18n/locales";
import type { QuietStretch } from "#lib/shops/notices/quiet-times";
import { Checkbox } from "#ui/checkbox";
import { Field } from "#ui/field";
import { IconButton } from "#ui/icon-button";
import { Input } from "#ui/input";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { clockOf, minutesOf } from "../../../../_shared/clock-field";

/** The days of a week, Monday first, as they are called. */
function daysIn(locale: Locale): string[] {
  const names = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, day) => names.format(Date.UTC(2024, 0, 1 + day)));
}

type TimeProps = { label: string; minutes: number; onChange: (minutes: number) => void };

function TimeField({ label, minutes, onChange }: TimeProps) {
  return (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          type="time"
          className="w-32!"
          required
          value={clockOf(minutes)}
          onChange={({ target }) => target.value && onChange(minutesOf(target.value))}
        />
      )}
    </Field>
  );
}

type Props = {
  /** Which of the member's it is, from 1. */
  number: number;
  stretch: QuietStretch;
  /** No day was chosen, and it cannot stay so. */
  dayless: boolean;
  onChange: (stretch: QuietStretch) => void;
  onRemove: () => void;
};

/** One quiet time of every week: from when to when, and on which days it begins. */
export function StretchFields({ number, stretch, dayless, onChange, onRemove }: Props) {
  const { notices: texts } = useMessages();
  const { locale } = useFormat();
  const { days, from, until } = stretch;
  const turn = (day: number, on: boolean) =>
    onChange({ ...stretch, days: on ? [...days, day].sort() : days.filter((one) => one !== day) });
  return (
    <fieldset className="grid gap-2 rounded-md border border-line p-3">
      <legend className="px-1 font-label text-label">{texts.number(number)}</legend>
      <div className="flex flex-wrap items-end gap-3">
        <TimeField label={texts.from} minutes={from} onChange={(next) => onChange({ ...stretch, from: next })} />
        <TimeField label={texts.until} minutes={until} onChange={(next) => onChange({ ...stretch, until: next })} />
        <IconButton
          className="ml-auto"
          icon={<X aria-hidden="true" size={16} />}
          label={texts.remove(number)}
          onClick={onRemove}
        />
      </div>
      <p aria-live="polite" className="text-caption text-ink-3">
        {from === until ? texts.wholeDay : from > until ? texts.nextDay : texts.sameDay}
      </p>
      <div className="flex flex-wrap gap-x-4 gap-y-2 max-md:gap-y-3">
        {daysIn(locale).map((name, day) => (
          <Checkbox
            key={name}
            checked={days.includes(day)}
            aria-invalid={dayless || undefined}
            onChange={({ target }) => turn(day, target.checked)}
          >
            {name}
          </Checkbox>
        ))}
      </div>
      <p aria-live="polite" className={dayless ? "text-caption text-danger-ink" : "sr-only"}>
        {dayless ? texts.noDay : ""}
      </p>
    </fieldset>
  );
}
