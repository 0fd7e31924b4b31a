import { Check, TriangleAlert } from "lucide-react";
import { useFormat } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import { contrastOnWhite, LEAST_CONTRAST } from "#lib/connect/contrast";
import { Badge } from "#ui/badge";
import { Card, CardHead } from "#ui/card";
import { Segment } from "#ui/segment";
import type { WidgetControls } from "./use-widget";

/** Offered first: each can be read on white, and white on it. */
const COLOURS = ["#23513a", "#8e2263", "#0b5384", "#80441a", "#2b2124"];

const SIDES = ["right", "left"] as const;

/**
 * Where the button stands, and the colour of the chat; one on which text cannot be read is refused when it is
 * published, and said at once.
 */
export function LookCard({ controls }: { controls: WidgetControls }) {
  const { widgetSettings: texts } = useSettingsMessages();
  const format = useFormat();
  const { draft, change, problemOf } = controls;
  const { colour, side } = draft;
  const ratio = contrastOnWhite(colour);
  const fits = ratio >= LEAST_CONTRAST;
  const shown = new Intl.NumberFormat(format.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    Math.floor(ratio * 10) / 10,
  );
  const problem = problemOf("colour");
  return (
    <Card>
      <CardHead title={texts.look} />
      <fieldset className="flex flex-wrap items-center gap-3 px-4 pb-4">
        <legend className="mb-1.5 font-label text-label">{texts.colour}</legend>
        {COLOURS.map((one) => (
          <label key={one} className="inline-grid size-9 place-items-center max-md:size-11">
            <input
              type="radio"
              name="colour"
              value={one}
              aria-label={one}
              checked={colour.toLowerCase() === one}
              onChange={() => change({ colour: one })}
              style={{ backgroundColor: one }}
              className="size-7.5 appearance-none rounded-full checked:outline-2 checked:outline-brand checked:outline-offset-2 forced-color-adjust-none"
            />
          </label>
        ))}
        <label className="inline-flex min-h-9 items-center gap-2 text-label max-md:min-h-11">
          <input
            type="color"
            value={colour}
            aria-invalid={problem ? true : undefined}
            onChange={(event) => change({ colour: event.target.value })}
            className="size-8 rounded-sm border border-line-strong bg-surface p-0.5"
          />
          {texts.own}
        </label>
        <span role="status">
          <Badge
            tone={fits ? "success" : "danger"}
            icon={fits ? <Check aria-hidden="true" size={12} /> : <TriangleAlert aria-hidden="true" size={12} />}
          >
            {texts.contrast(shown)}
          </Badge>
        </span>
        <p aria-live="polite" className={problem ? "basis-full text-caption text-danger-ink" : "sr-only"}>
          {problem}
        </p>
      </fieldset>
      <div className="grid gap-1.5 px-4 pb-4">
        <p className="font-label text-label">{texts.side}</p>
        <Segment
          label={texts.side}
          value={side}
          onChange={(chosen) => change({ side: chosen })}
          options={SIDES.map((one) => ({ value: one, label: texts.sides[one] }))}
        />
      </div>
    </Card>
  );
}
