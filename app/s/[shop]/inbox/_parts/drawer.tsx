"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useMessages } from "../../../../_i18n/language";

type Props = { label: string; onClose: () => void; children: ReactNode };

/** A layer at the right edge, and on a phone over the whole screen. The browser holds focus inside and gives it back. */
export function Drawer({ label, onClose, children }: Props) {
  const { common } = useMessages();
  const layer = useRef<HTMLDialogElement>(null);
  useEffect(() => layer.current?.showModal(), []);
  return (
    <dialog
      ref={layer}
      aria-label={label}
      closedby="any"
      onClose={onClose}
      className="my-0 mr-0 ml-auto h-dvh max-h-none w-86 max-w-full overflow-y-auto bg-surface text-ink shadow-xl backdrop:bg-scrim max-md:w-full forced-colors:border-l max-md:max-w-none"
    >
      <div className="relative min-h-full">
        <button
          type="button"
          aria-label={common.close}
          title={common.close}
          onClick={() => layer.current?.close()}
          className="absolute top-3 right-3 z-1 grid size-8 place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink max-md:size-11"
        >
          <X aria-hidden="true" size={18} />
        </button>
        {children}
      </div>
    </dialog>
  );
}
