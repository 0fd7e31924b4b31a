"use client";

import { Smile } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { IconButton } from "#ui/icon-button";
import { Popover } from "#ui/popover";
import { useMessages } from "../../../../_i18n/language";
import { insertAtCaret } from "../insert-at-caret";
import type { Writing } from "../use-composer";

const EmojiPicker = lazy(() => import("./emoji-picker"));

/** Puts an emoji where the caret stands. A phone has its own on its keyboard. */
export function EmojiButton({ writing }: { writing: Writing }) {
  const { emoji: texts } = useMessages().inbox;
  const [open, setOpen] = useState(false);
  const picked = useRef(false);
  return (
    <Popover
      label={texts.open}
      open={open}
      onOpenChange={(next) => {
        if (next) picked.current = false;
        setOpen(next);
      }}
      onCloseFocus={(event) => picked.current && event.preventDefault()}
      trigger={
        <IconButton label={texts.open} icon={<Smile aria-hidden="true" size={16} />} className="-ml-2 max-md:hidden" />
      }
      className="w-80"
    >
      <Suspense fallback={<div className="h-75" />}>
        <EmojiPicker
          onPick={(sign) => {
            picked.current = true;
            setOpen(false);
            insertAtCaret(writing, sign);
          }}
        />
      </Suspense>
    </Popover>
  );
}
