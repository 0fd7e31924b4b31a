"use client";

import { createElement, lazy, type MouseEvent, Suspense, useState } from "react";
import { isPlainPress } from "#ui/page-link";
import { useMessages } from "../_i18n/language";

const Lightbox = lazy(() => import("./lightbox"));

type Props = { url: string; label: string; fileName: string };

/** A picture in the thread: pressed, it opens over the page; with a key held, in a tab of its own. */
export function Picture({ url, label, fileName }: Props) {
  const { inboxMessenger } = useMessages();
  const [open, setOpen] = useState(false);
  const show = (event: MouseEvent) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <>
      <a
        href={url}
        target="_blank"
        rel="noopener"
        onClick={show}
        aria-haspopup="dialog"
        aria-label={`${label}. ${inboxMessenger.openPicture}`}
        className="flex max-w-full overflow-hidden rounded-bubble border border-line bg-hover"
      >
        {createElement("img", {
          src: url,
          alt: "",
          loading: "lazy",
          decoding: "async",
          className: "h-40 min-w-20 max-w-full object-cover",
        })}
      </a>
      {open ? (
        <Suspense>
          <Lightbox url={url} label={label} fileName={fileName} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
