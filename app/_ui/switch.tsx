"use client";

import { Switch as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";

type Props = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  /** Its name for screen readers, where no words stand beside it. */
  label?: string;
  /** Its words; the whole line turns it. */
  children?: ReactNode;
  className?: string;
};

/** On or off, at once. */
export function Switch({ checked, onChange, disabled = false, label, children, className }: Props) {
  const id = useId();
  const drawing = (
    <Radix.Root
      id={id}
      {...(label ? { "aria-label": label } : {})}
      checked={checked}
      disabled={disabled}
      onCheckedChange={onChange}
      className="inline-flex h-5 w-8.5 shrink-0 items-center rounded-full bg-control p-0.5 transition-colors duration-(--t-base) disabled:opacity-60 data-[state=checked]:bg-brand forced-colors:border"
    >
      <Radix.Thumb className="size-4 rounded-full bg-white shadow-[0_1px_2px_oklch(0_0_0/0.25)] transition-transform duration-(--t-base) ease-out data-[state=checked]:translate-x-3.5 forced-color-adjust-none forced-colors:border forced-colors:border-[ButtonText] forced-colors:bg-[Canvas]" />
    </Radix.Root>
  );
  if (!children) return drawing;
  return (
    <label htmlFor={id} className={classNames("flex items-center gap-2.5 text-label max-md:min-h-11", className)}>
      {drawing}
      <span className="min-w-0">{children}</span>
    </label>
  );
}
