"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** The sheet of menus and popovers. */
export const MENU_BOX =
  "z-30 min-w-44 max-w-[calc(100vw-16px)] rounded-[10px] border border-line bg-surface p-1 shadow-lg animate-appear";

const ITEM =
  "flex min-h-8 w-full select-none items-center gap-2 rounded-sm px-2 text-label outline-none max-md:min-h-11 data-highlighted:bg-hover data-disabled:text-ink-3 forced-colors:data-highlighted:outline";

type MenuProps = {
  /** The button that opens it: one element that can take focus. */
  trigger: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  children: ReactNode;
};

/** Actions behind a button; arrow keys, typing ahead and Escape work. The page behind stays readable. */
export function Menu({ trigger, align = "start", side = "bottom", children }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content align={align} side={side} sideOffset={6} collisionPadding={8} className={MENU_BOX}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type ItemProps = {
  icon?: ReactNode;
  trail?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
};

export function MenuItem({ icon, trail, danger = false, disabled = false, onSelect, children }: ItemProps) {
  return (
    <Radix.Item disabled={disabled} onSelect={onSelect} className={classNames(ITEM, danger && "text-danger-ink")}>
      {icon ? <span className={danger ? "" : "text-ink-3"}>{icon}</span> : null}
      <span className="min-w-0 grow">{children}</span>
      {trail}
    </Radix.Item>
  );
}

type ChoiceProps<Value extends string> = {
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode; icon?: ReactNode; trail?: ReactNode }[];
};

/** Exclusive choices in a menu; the present one is ticked. */
export function MenuChoices<Value extends string>({ value, onChange, options }: ChoiceProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <Radix.RadioGroup value={value ?? ""} onValueChange={choose}>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={ITEM}>
          {option.icon}
          <span className="min-w-0 grow">{option.label}</span>
          {option.trail}
          <Radix.ItemIndicator>
            <Check aria-hidden="true" size={16} className="text-ink-3" />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 py-1.5 font-label text-caption text-ink-3">{children}</Radix.Label>;
}

export function MenuLine() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}
