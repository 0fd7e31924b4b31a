"use client";

import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { FAILING_AREAS, partsOf } from "#lib/sandbox/messenger/failures";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Popover } from "#ui/popover";
import { Segment } from "#ui/segment";
import { Select } from "#ui/select";
import { DeliveryControls } from "./delivery-controls";
import { useThePhone } from "./messenger-context";

const AREAS = ["sending", ...FAILING_AREAS] as const;
const TIMES = [0, 1, 3, 10, 100];

/** What the sandbox shall do wrong, and how many times more. */
export function FailuresMenu() {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { state, control } = useThePhone();
  const [area, setArea] = useState<(typeof AREAS)[number]>("sending");
  const shown = state.failures.flatMap(({ kind, left }) => {
    const of = partsOf(kind);
    return of.area === area ? [{ kind, left, name: texts.failureNames[of.kind] }] : [];
  });
  const on = state.failures.filter(({ left }) => left > 0).length;
  const trigger = (
    <Button
      icon={<TriangleAlert aria-hidden="true" size={16} />}
      {...(on > 0 ? { trail: <Badge tone="warning">{texts.failuresOn(on)}</Badge> } : {})}
    >
      {texts.failures}
    </Button>
  );
  return (
    <Popover trigger={trigger} label={texts.failures} align="end" className="max-h-[80dvh] w-84 overflow-y-auto p-3">
      <p className="text-caption text-ink-3">{texts.failuresText}</p>
      <Segment
        label={texts.failureArea}
        value={area}
        onChange={setArea}
        options={AREAS.map((value) => ({ value, label: texts.failureAreas[value] }))}
        className="mt-2"
      />
      <ul className="mt-2 grid">
        {shown.map(({ kind, left, name }) => (
          <li key={kind} className="flex min-h-9 items-center justify-between gap-3 text-label">
            <span className="min-w-0">{name}</span>
            <Select
              look="button"
              aria-label={name}
              value={String(left)}
              onChange={({ target }) => void control({ act: "fail", kind, times: Number(target.value) })}
            >
              {[...new Set([...TIMES, left])]
                .sort((a, b) => a - b)
                .map((times) => (
                  <option key={times} value={times}>
                    {times === 0 ? texts.failureOff : texts.failureTimes(times)}
                  </option>
                ))}
            </Select>
          </li>
        ))}
      </ul>
      <DeliveryControls />
    </Popover>
  );
}
