"use client";

import { TriangleAlert } from "lucide-react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Popover } from "#ui/popover";
import { Select } from "#ui/select";
import { DeliveryControls } from "./delivery-controls";
import { useThePhone } from "./messenger-context";

const TIMES = [0, 1, 3, 10, 100];

/** What the sandbox shall do wrong, and how many times more. */
export function FailuresMenu() {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { state, control } = useThePhone();
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
      <ul className="mt-2 grid">
        {state.failures.map(({ kind, left }) => (
          <li key={kind} className="flex min-h-9 items-center justify-between gap-3 text-label">
            <span className="min-w-0">{texts.failureNames[kind]}</span>
            <Select
              look="button"
              aria-label={texts.failureNames[kind]}
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
