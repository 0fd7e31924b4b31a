"use client";

import { Dot } from "#ui/dot";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { classNames } from "../../../../_ui/class-names";

const MINUTE = 60_000;
const LONG = 10 * MINUTE;
const VERY_LONG = 15 * MINUTE;

/** How long somebody has been waiting for an answer, in words. */
export function Waiting({ since }: { since: string }) {
  const { inbox } = useMessages();
  const format = useFormat();
  const waited = format.now().getTime() - Date.parse(since);
  const tone = waited >= VERY_LONG ? "late" : waited >= LONG ? "warn" : "ok";
  return (
    <span
      className={classNames(
        "inline-flex min-w-0 items-center gap-1.25",
        tone === "late" && "font-label text-danger-ink",
        tone === "warn" && "font-label text-warning-ink",
      )}
    >
      <Dot tone={tone} />
      <span className="truncate">{inbox.waiting(format.elapsed(since))}</span>
    </span>
  );
}
