"use client";

import { Download, ExternalLink, X } from "lucide-react";
import { createElement, useEffect, useRef } from "react";
import { useMessages } from "../_i18n/language";

type Props = { url: string; label: string; fileName: string; onClose: () => void };

const BUTTON = "grid size-9 place-items-center rounded-md hover:bg-white/15 max-md:size-11";

/** A picture over the whole page. The browser holds focus inside and gives it back; Escape closes it. */
export default function Lightbox({ url, label, fileName, onClose }: Props) {
  const { common, inboxMessenger } = useMessages();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    box.current?.showModal();
  }, []);
  return (
    <dialog
      ref={box}
      aria-label={label}
      onClose={onClose}
      className="fixed inset-0 m-0 size-full max-h-none max-w-none animate-appear grid-rows-[auto_minmax(0,1fr)] bg-[oklch(0.16_0.01_345)] text-white open:grid"
    >
      <div className="flex items-center justify-end gap-1 p-2">
        <p className="min-w-0 grow truncate px-2 text-label">{fileName || label}</p>
        <a href={url} target="_blank" rel="noopener" aria-label={inboxMessenger.openTab} className={BUTTON}>
          <ExternalLink aria-hidden="true" size={18} />
        </a>
        <a href={url} download={fileName || true} aria-label={inboxMessenger.download} className={BUTTON}>
          <Download aria-hidden="true" size={18} />
        </a>
        <button type="button" aria-label={common.close} onClick={() => box.current?.close()} className={BUTTON}>
          <X aria-hidden="true" size={18} />
        </button>
      </div>
      <div className="grid min-h-0 place-items-center p-4 pt-0">
        {createElement("img", { src: url, alt: label, className: "max-h-full max-w-full object-contain" })}
      </div>
    </dialog>
  );
}
