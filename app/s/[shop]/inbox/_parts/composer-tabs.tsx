"use client";

import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { useMessages } from "../../../../_i18n/language";
import { classNames } from "../../../../_ui/class-names";

export type ComposerKind = "reply" | "note";

const TAB =
  "inline-flex min-h-7 items-center gap-1.5 rounded-sm px-2.5 font-label text-label max-md:min-h-11 aria-pressed:font-semibold";
const LOOK = {
  reply: "text-ink-2 hover:bg-hover aria-pressed:bg-brand-soft aria-pressed:text-brand-ink",
  note: "text-ink-2 hover:bg-hover aria-pressed:bg-note-line aria-pressed:text-note-ink",
};

type Props = {
  kind: ComposerKind;
  onKind: (kind: ComposerKind) => void;
  /** What stands at the end of the same line. */
  children?: ReactNode;
};

/** Whether what is written goes to the shopper or stays in the team. */
export function ComposerTabs({ kind, onKind, children }: Props) {
  const { inbox } = useMessages();
  const tab = (of: ComposerKind, label: string, key: string, icon: ReactNode) => (
    <button
      type="button"
      id={`compose-${of}`}
      aria-pressed={kind === of}
      aria-keyshortcuts={key}
      onClick={() => onKind(of)}
      className={classNames(TAB, LOOK[of])}
    >
      {icon}
      {label}
    </button>
  );
  return (
    <div className="flex flex-wrap items-center gap-x-2 px-2 pt-2 @max-[15rem]/app:px-1 @max-[15rem]/app:pt-1">
      <fieldset aria-label={inbox.notes.writeAs} className="flex gap-1">
        {tab("reply", inbox.reply, "r", null)}
        {tab("note", inbox.notes.tab, "n", <Lock aria-hidden="true" size={13} />)}
      </fieldset>
      <span className="ml-auto min-w-0">{children}</span>
    </div>
  );
}
