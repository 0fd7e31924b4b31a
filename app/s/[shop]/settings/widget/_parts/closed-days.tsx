import { X } from "lucide-react";
import { useState } from "react";
import { useFormat } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { IconButton } from "#ui/icon-button";
import { Input } from "#ui/input";
import type { WidgetControls } from "./use-widget";

/** Days on which the shop rests, whatever its hours. */
export function ClosedDays({ controls }: { controls: WidgetControls }) {
  const { widgetSettings: texts } = useSettingsMessages();
  const format = useFormat();
  const { draft, change } = controls;
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const ready = from !== "" && (to === "" || from <= to);
  const add = () => {
    if (!ready) return;
    const all = [...draft.closedDays, { from, to: to || from }];
    change({ closedDays: all.sort((a, b) => (a.from < b.from ? -1 : 1)) });
    setFrom("");
    setTo("");
  };
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-label text-label">{texts.closedDays}</legend>
      <ul className="grid gap-1">
        {draft.closedDays.map((days) => (
          <li key={`${days.from}-${days.to}`} className="flex items-center gap-2 text-label tabular-nums">
            {[...new Set([days.from, days.to])].map((day) => format.date(`${day}T12:00Z`)).join(" – ")}
            <IconButton
              size="sm"
              icon={<X aria-hidden="true" size={14} />}
              label={texts.removeClosed(format.date(`${days.from}T12:00Z`))}
              onClick={() => change({ closedDays: draft.closedDays.filter((one) => one !== days) })}
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-end gap-2">
        <Field label={texts.firstDay} className="grow basis-38 sm:grow-0">
          {(control) => (
            <Input {...control} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          )}
        </Field>
        <Field label={texts.lastDay} className="grow basis-38 sm:grow-0">
          {(control) => (
            <Input {...control} type="date" min={from} value={to} onChange={(event) => setTo(event.target.value)} />
          )}
        </Field>
        <Button disabled={!ready} onClick={add}>
          {texts.addClosed}
        </Button>
      </div>
    </fieldset>
  );
}
