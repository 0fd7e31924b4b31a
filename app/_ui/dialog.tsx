"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useMessages } from "#app/_i18n/language";
import { classNames } from "./class-names";
import { useReturnFocus } from "./use-return-focus";

const WIDTHS = { sm: "md:max-w-100", md: "md:max-w-130", lg: "md:max-w-180" };

/** Where a dialog stands: a card in the middle, and on a phone a sheet over the whole screen. */
export const DIALOG_BOX =
  "fixed z-21 flex flex-col overflow-hidden bg-surface shadow-xl outline-none md:top-1/2 md:left-1/2 md:max-h-[calc(100dvh-48px)] md:w-[calc(100vw-48px)] md:-translate-x-1/2 md:-translate-y-1/2 md:animate-appear md:rounded-xl max-md:inset-0 max-md:animate-sheet forced-colors:border";

export const DIALOG_SCRIM = "fixed inset-0 z-20 bg-scrim animate-appear";

export const DIALOG_FOOT =
  "flex flex-wrap justify-end gap-2 px-6 py-4 max-md:mt-auto max-md:flex-col-reverse max-md:border-line max-md:border-t max-md:px-4 max-md:pb-[max(16px,env(safe-area-inset-bottom))]";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** One sentence under the title, read with it. */
  text?: ReactNode;
  /** The buttons, pinned to the bottom on a phone. */
  actions?: ReactNode;
  size?: keyof typeof WIDTHS;
  children?: ReactNode;
};

/** A layer that holds focus until it is closed, and then gives it back. */
export function Dialog({ open, onOpenChange, title, text, actions, size = "md", children }: Props) {
  const { common } = useMessages();
  const returnFocus = useReturnFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={DIALOG_SCRIM} />
        <Radix.Content
          {...returnFocus}
          {...(text ? {} : { "aria-describedby": undefined })}
          className={classNames(DIALOG_BOX, WIDTHS[size])}
        >
          <header className="flex items-start gap-3 py-4 pr-4 pl-6 max-md:pl-4">
            <div className="min-w-0 grow">
              <Radix.Title className="type-title text-balance">{title}</Radix.Title>
              {text ? <Radix.Description className="mt-1 text-body text-ink-2">{text}</Radix.Description> : null}
            </div>
            <Radix.Close
              aria-label={common.close}
              className="grid size-8 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink max-md:size-11"
            >
              <X aria-hidden="true" size={16} />
            </Radix.Close>
          </header>
          {children ? <div className="min-h-0 overflow-y-auto px-6 pb-2 max-md:px-4">{children}</div> : null}
          {actions ? <footer className={DIALOG_FOOT}>{actions}</footer> : <div className="pb-4" />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
