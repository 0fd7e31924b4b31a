"use client";

import { Popover as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { MENU_BOX } from "./menu";

type Props = {
  /** The button that opens it: one element that can take focus. */
  trigger: ReactNode;
  /** What it holds, for screen readers. */
  label: string;
  align?: "start" | "center" | "end";
  /** Where its owner opens and closes it. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Where focus goes once it is closed; by default to its button. */
  onCloseFocus?: (event: Event) => void;
  className?: string;
  children: ReactNode;
};

/** A small layer beside its button, for anything but a list of actions. */
export function Popover({
  trigger,
  label,
  align = "start",
  className,
  children,
  open,
  onOpenChange,
  onCloseFocus,
}: Props) {
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          {...(onCloseFocus ? { onCloseAutoFocus: onCloseFocus } : {})}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={classNames(MENU_BOX, className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
