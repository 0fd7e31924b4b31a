import { useSettingsMessages } from "#app/_i18n/settings-language";
import { Card, CardHead } from "#ui/card";
import { Segment } from "#ui/segment";
import { Switch } from "#ui/switch";
import { DayRow } from "../../_parts/day-row";
import { ClosedDays } from "./closed-days";
import type { WidgetControls } from "./use-widget";

const NINE_TO_SEVEN = [{ from: 9 * 60, to: 19 * 60 }];
const USUAL = Array.from({ length: 7 }, (_, day) => (day === 6 ? [] : NINE_TO_SEVEN));

/** When somebody is there to answer: by the shop's own clocks, its holidays and its days off. */
export function HoursCard({ controls }: { controls: WidgetControls }) {
  const { widgetSettings: texts } = useSettingsMessages();
  const { draft, saved, change, problemOf } = controls;
  const { hours } = draft;
  return (
    <Card>
      <CardHead title={texts.opening} text={`${saved.timeZone} · ${texts.openingText}`} />
      <div className="grid gap-4 px-4 pb-4">
        <Segment
          label={texts.opening}
          value={hours ? "hours" : "always"}
          onChange={(value) => change({ hours: value === "hours" ? USUAL : null })}
          options={[
            { value: "always", label: texts.always },
            { value: "hours", label: texts.byHours },
          ]}
        />
        {hours ? (
          <>
            <ul className="grid gap-1.5">
              {texts.days.map((name, day) => (
                <DayRow
                  key={name}
                  name={name}
                  texts={{
                    off: texts.closed,
                    from: texts.from,
                    to: texts.to,
                    add: texts.addOpening,
                    remove: texts.removeOpening,
                  }}
                  openings={hours[day] ?? []}
                  problemOf={(path) => problemOf(`hours.${day}${path}`)}
                  onChange={(openings) => change({ hours: hours.map((one, at) => (at === day ? openings : one)) })}
                />
              ))}
            </ul>
            <Switch checked={draft.keepsHolidays} onChange={(keepsHolidays) => change({ keepsHolidays })}>
              {texts.holidays}
            </Switch>
          </>
        ) : null}
        {saved.timeZone === "Europe/Paris" ? (
          <div className="grid gap-1">
            <Switch checked={draft.alsaceMoselle} onChange={(alsaceMoselle) => change({ alsaceMoselle })}>
              {texts.alsaceMoselle}
            </Switch>
            <p className="text-caption text-ink-3">{texts.alsaceMoselleText}</p>
          </div>
        ) : null}
        <ClosedDays controls={controls} />
      </div>
    </Card>
  );
}
