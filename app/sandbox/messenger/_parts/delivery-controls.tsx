"use client";

import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { Select } from "#ui/select";
import { Switch } from "#ui/switch";
import { useThePhone } from "./messenger-context";

const BATCHES = [1, 5, 50, 1_000];
const COPIES = [0, 1, 3];
const LINE = "flex min-h-9 items-center justify-between gap-3 text-label";

const among = (choices: number[], present: number) => [...new Set([...choices, present])].sort((a, b) => a - b);

/** How webhooks travel: together, more than once, out of order, before the answer. */
export function DeliveryControls() {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { state, control } = useThePhone();
  const { batch, duplicates, reorder, echo, strict } = state.delivery;
  return (
    <section aria-label={texts.delivery} className="mt-3 border-line border-t pt-3">
      <h3 className="font-label text-caption text-ink-3">{texts.delivery}</h3>
      <div className={LINE}>
        <span>{texts.batch}</span>
        <Select
          look="button"
          aria-label={texts.batch}
          value={batch}
          onChange={({ target }) => void control({ act: "deliver", how: { batch: Number(target.value) } })}
        >
          {among(BATCHES, batch).map((most) => (
            <option key={most} value={most}>
              {most}
            </option>
          ))}
        </Select>
      </div>
      <div className={LINE}>
        <span>{texts.duplicates}</span>
        <Select
          look="button"
          aria-label={texts.duplicates}
          value={duplicates}
          onChange={({ target }) => void control({ act: "deliver", how: { duplicates: Number(target.value) } })}
        >
          {among(COPIES, duplicates).map((copies) => (
            <option key={copies} value={copies}>
              {copies}
            </option>
          ))}
        </Select>
      </div>
      <Switch
        checked={reorder}
        onChange={(on) => void control({ act: "deliver", how: { reorder: on } })}
        className="min-h-9 flex-row-reverse justify-between"
      >
        {texts.reorder}
      </Switch>
      <Switch
        checked={echo === "before"}
        onChange={(early) => void control({ act: "deliver", how: { echo: early ? "before" : "after" } })}
        className="min-h-9 flex-row-reverse justify-between"
      >
        {texts.echoFirst}
      </Switch>
      <Switch
        checked={strict}
        onChange={(on) => void control({ act: "deliver", how: { strict: on } })}
        className="min-h-9 flex-row-reverse justify-between"
      >
        {texts.strict}
      </Switch>
    </section>
  );
}
