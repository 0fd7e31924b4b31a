"use client";

import { ChevronDown, Clock } from "lucide-react";
import { useFormat } from "#app/_i18n/language";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { DAY, HOUR } from "#lib/core/clock";
import { Button } from "#ui/button";
import { Menu, MenuItem, MenuLabel, MenuLine } from "#ui/menu";
import { useThePhone } from "./messenger-context";
import { useSandboxClock } from "./use-sandbox-clock";

const STEPS = [HOUR, 6 * HOUR, 23 * HOUR, DAY, 7 * DAY];

/** The sandbox's clock, which windows and tokens obey, and ways to move it. */
export function ClockMenu() {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const format = useFormat();
  const { state, control } = useThePhone();
  const said = useSandboxClock();
  const trigger = (
    <Button
      aria-label={texts.clockIs(said.dayAndTime)}
      icon={<Clock aria-hidden="true" size={16} />}
      trail={<ChevronDown aria-hidden="true" size={16} />}
    >
      {said.dayAndTime}
    </Button>
  );
  const move = (by: number) => void control({ act: "clock", by });
  return (
    <Menu align="end" trigger={trigger}>
      <MenuLabel>{texts.moveClock}</MenuLabel>
      {STEPS.map((step) => (
        <MenuItem key={step} onSelect={() => move(step)}>
          {texts.later(format.duration(step))}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem disabled={state.clock.offset === 0} onSelect={() => move(-state.clock.offset)}>
        {texts.backToNow}
      </MenuItem>
    </Menu>
  );
}
