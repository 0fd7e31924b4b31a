"use client";

import { AlertDialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useMessages } from "#app/_i18n/language";
import { Button } from "./button";
import { classNames } from "./class-names";
import { DIALOG_BOX, DIALOG_FOOT, DIALOG_SCRIM } from "./dialog";
import { useReturnFocus } from "./use-return-focus";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What will happen, what is kept. */
  text: ReactNode;
  /** The verb of the result, as on the button that led here. */
  confirm: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  /** What is decided with it. */
  children?: ReactNode;
};

/** Asks before what cannot be undone. Focus starts on Cancel; Escape cancels. The owner closes it after `onConfirm`. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  text,
  confirm,
  danger = false,
  busy = false,
  onConfirm,
  children,
}: Props) {
  const { common } = useMessages();
  const returnFocus = useReturnFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={DIALOG_SCRIM} />
        <Radix.Content {...returnFocus} className={classNames(DIALOG_BOX, "md:max-w-110")}>
          <div className="grid gap-2 px-6 pt-6 pb-2 max-md:px-4">
            <Radix.Title className="type-title text-balance">{title}</Radix.Title>
            <Radix.Description className="text-body text-ink-2">{text}</Radix.Description>
          </div>
          {children}
          <footer className={DIALOG_FOOT}>
            <Radix.Cancel asChild>
              <Button size="lg">{common.cancel}</Button>
            </Radix.Cancel>
            <Button size="lg" variant={danger ? "danger" : "primary"} busy={busy} onClick={onConfirm}>
              {confirm}
            </Button>
          </footer>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
