import { Field } from "#ui/field";
import { Select } from "#ui/select";
import { useMessages } from "../../../../_i18n/language";
import type { useTimeZones } from "../use-time-zones";

/** By whose clocks times are meant: said, and to be chosen where this browser is in another zone than was kept. */
export function ZoneField({ timeZone, setTimeZone, zones }: ReturnType<typeof useTimeZones>) {
  const { notices } = useMessages();
  if (zones.length === 1) return <p className="text-caption text-ink-3">{notices.byClocks(timeZone)}</p>;
  return (
    <Field label={notices.zone}>
      {(control) => (
        <Select {...control} value={timeZone} onChange={(event) => setTimeZone(event.target.value)}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
