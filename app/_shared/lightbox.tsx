"use client";

import { Download, ExternalLink, X, ZoomIn, ZoomOut } from "lucide-react";
import { createElement, useEffect, useRef } from "react";
import { useFormat, useMessages } from "../_i18n/language";
import { classNames } from "../_ui/class-names";
import { useZoom } from "./use-zoom";

type Props = { url: string; label: string; fileName: string; onClose: () => void };

const BUTTON = "grid size-9 place-items-center rounded-md hover:bg-white/15 max-md:size-11";

/**
 * A picture over the whole page, made larger by wheel, pinch, double press, keys and buttons. The browser holds focus
 * inside and gives it back; Escape closes it.
 */
export default function Lightbox({ url, label, fileName, onClose }: Props) {
  const { common, inboxMessenger } = useMessages();
  const format = useFormat();
  const box = useRef<HTMLDialogElement>(null);
  const { zoom, larger, smaller, onKeyDown, frame } = useZoom();
  useEffect(() => {
    box.current?.showModal();
  }, []);
  return (
    <dialog
      ref={box}
      aria-label={label}
      onClose={onClose}
      onKeyDown={onKeyDown}
      className="fixed inset-0 m-0 size-full max-h-none max-w-none animate-appear grid-rows-[auto_minmax(0,1fr)] bg-[oklch(0.16_0.01_345)] text-white open:grid"
    >
      <div className="flex items-center justify-end gap-1 p-2">
        <p className="min-w-0 grow truncate px-2 text-label">{fileName || label}</p>
        <span role="status" className="px-1 text-caption tabular-nums">
          {zoom.scale > 1 ? inboxMessenger.zoomed(format.number(Math.round(zoom.scale * 100))) : ""}
        </span>
        <button type="button" aria-label={inboxMessenger.zoomOut} onClick={smaller} className={BUTTON}>
          <ZoomOut aria-hidden="true" size={18} />
        </button>
        <button type="button" aria-label={inboxMessenger.zoomIn} onClick={larger} className={BUTTON}>
          <ZoomIn aria-hidden="true" size={18} />
        </button>
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
      <div
        {...frame}
        className={classNames(
          "grid min-h-0 touch-none place-items-center overflow-hidden p-4 pt-0",
          zoom.scale > 1 ? "cursor-grab active:cursor-grabbing" : "cursor-zoom-in",
        )}
      >
        {createElement("img", {
          src: url,
          alt: label,
          draggable: false,
          className: "max-h-full max-w-full select-none object-contain",
          style: { transform: `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.scale})` },
        })}
      </div>
    </dialog>
  );
}
