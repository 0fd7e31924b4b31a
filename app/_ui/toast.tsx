"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { Toaster as Sonner, toast } from "sonner";
import { useMessages } from "#app/_i18n/language";

/** Once per page: where notices appear, and how screen readers find them. */
export function Toaster() {
  const { common } = useMessages();
  return (
    <Sonner
      position="bottom-center"
      containerAriaLabel={common.notifications}
      duration={6000}
      visibleToasts={3}
      icons={{
        success: <CircleCheck aria-hidden="true" size={18} />,
        error: <CircleAlert aria-hidden="true" size={18} />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-2.5 rounded-[10px] font-sans bg-tooltip px-3 py-2.5 text-label text-on-tooltip shadow-lg md:w-100 forced-colors:border",
          content: "min-w-0 grow",
          icon: "shrink-0",
          actionButton:
            "ml-auto shrink-0 rounded-xs px-1 font-semibold underline underline-offset-3 max-md:min-h-11 focus-visible:outline-current",
        },
      }}
    />
  );
}

type Options = {
  /** "failed" stays longer. */
  outcome?: "done" | "failed";
  /** Adds a button that takes it back. */
  undo?: { label: string; run: () => void };
};

/** Says in a passing notice what has just been done; the words are the result of the verb that was pressed. */
export function notify(text: string, { outcome = "done", undo }: Options = {}): void {
  const action = undo ? { action: { label: undo.label, onClick: undo.run } } : {};
  if (outcome === "failed") toast.error(text, { duration: 10_000, ...action });
  else toast.success(text, action);
}
