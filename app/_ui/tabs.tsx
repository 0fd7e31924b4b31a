"use client";

import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";

type Props = {
  label: string;
  tabs: readonly { value: string; label: ReactNode; panel: ReactNode }[];
  value?: string;
  onChange?: (value: string) => void;
};

/** Panels of which one is shown. Uncontrolled unless `value` and `onChange` are given. */
export function Tabs({ label, tabs, value, onChange }: Props) {
  const first = tabs[0]?.value ?? "";
  return (
    <Radix.Root
      {...(value === undefined ? { defaultValue: first } : { value })}
      {...(onChange ? { onValueChange: onChange } : {})}
    >
      <Radix.List aria-label={label} className="relative flex gap-5 overflow-x-auto border-line border-b">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className="-outline-offset-2! relative whitespace-nowrap py-2.5 font-label text-ink-3 text-label hover:text-ink data-[state=active]:text-ink data-[state=active]:after:absolute data-[state=active]:after:inset-x-0 data-[state=active]:after:-bottom-px data-[state=active]:after:h-0.5 data-[state=active]:after:rounded-full data-[state=active]:after:bg-brand forced-colors:data-[state=active]:after:bg-[Highlight] forced-colors:after:forced-color-adjust-none max-md:min-h-11"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="pt-4">
          {tab.panel}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
