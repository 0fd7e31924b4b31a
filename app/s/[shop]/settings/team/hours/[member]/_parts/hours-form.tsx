"use client";

import { useState } from "react";
import { useMessages } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { Problem } from "#lib/http/outcome";
import type { SetWorkingHours } from "#lib/shops/input";
import type { WorkingHoursView } from "#lib/shops/load-working-hours";
import { Button } from "#ui/button";
import { ButtonLink } from "#ui/button-link";
import { Card, CardHead } from "#ui/card";
import { Segment } from "#ui/segment";
import { notify } from "#ui/toast";
import { noAnswer } from "../../../../../../../_shared/no-answer";
import { saving } from "../../../../../../../_shared/touched-fields";
import { useShop } from "../../../../../_parts/live-shop";
import { setWorkingHoursAction } from "../../../../../availability/actions";
import { DayRow } from "../../../../_parts/day-row";

const NINE_TO_SIX = [{ from: 9 * 60, to: 18 * 60 }];
const USUAL = Array.from({ length: 7 }, (_, day) => (day < 5 ? NINE_TO_SIX : []));

type Hours = SetWorkingHours["hours"];

/** When a member works, day by day; as it is for everybody until it is edited here; without hours she is there until she says that she is not. */
export function HoursForm({ view }: { view: WorkingHoursView }) {
  const { common } = useMessages();
  const { workingHours: texts, widgetSettings } = useSettingsMessages();
  const { slug, refresh } = useShop();
  const [edited, setEdited] = useState<Hours>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const hours = edited === undefined ? (view.hours?.map((day) => [...day]) ?? null) : edited;
  const change = (next: Hours) => {
    setEdited(next);
    setProblem(null);
  };
  const save = async () => {
    const kept = saving();
    setBusy(true);
    const outcome = await setWorkingHoursAction(slug, { memberId: view.memberId, hours }).catch(noAnswer);
    setBusy(false);
    setProblem(outcome?.ok ? null : (outcome?.problem ?? { code: "unavailable", message: common.noConnection }));
    if (!outcome?.ok) return;
    kept();
    notify(texts.saved);
    refresh();
  };
  const title = view.you ? texts.mine : texts.of(view.name);
  return (
    <Card aria-labelledby="hours-title">
      <CardHead id="hours-title" title={title} text={texts.lead(view.timeZone)} />
      <form
        className="grid gap-4 px-4 pb-4"
        onSubmit={(event) => {
          event.preventDefault();
          save().catch(reportError);
        }}
      >
        <Segment
          label={title}
          value={hours ? "hours" : "none"}
          onChange={(value) => change(value === "hours" ? USUAL : null)}
          options={[
            { value: "none", label: texts.none },
            { value: "hours", label: texts.byHours },
          ]}
        />
        {hours ? (
          <ul className="grid gap-1.5">
            {widgetSettings.days.map((name, day) => (
              <DayRow
                key={name}
                name={name}
                texts={texts}
                openings={hours[day] ?? []}
                pastMidnight={texts.nextDay}
                problemOf={(path) => problem?.fields?.[`hours.${day}${path}`]}
                onChange={(spans) => change(hours.map((one, at) => (at === day ? spans : one)))}
              />
            ))}
          </ul>
        ) : null}
        <p className="text-caption text-ink-3">{texts.word}</p>
        <p role="alert" className={problem ? "text-danger-ink text-label" : "sr-only"}>
          {problem?.message}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" busy={busy}>
            {texts.save}
          </Button>
          <ButtonLink href={`/s/${slug}/settings/team`} variant="ghost">
            {texts.back}
          </ButtonLink>
        </div>
      </form>
    </Card>
  );
}
