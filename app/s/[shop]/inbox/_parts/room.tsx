"use client";

import { useMessages } from "../../../../_i18n/language";
import { classNames } from "../../../../_ui/class-names";

/** From this share of a message on, the room that is left is told. */
const TELL_FROM = 0.9;

/** How much room is left in a message of `most` UTF-16 units; `parts`: as how many it would go, where it may be split. */
export function Room({ length, most, parts }: { length: number; most: number; parts: number }) {
  const { inbox, inboxMessenger } = useMessages();
  const over = length - most;
  const split = parts > 1;
  return (
    <span
      aria-live={over > 0 ? "polite" : "off"}
      className={classNames(
        "min-w-0 text-caption tabular-nums",
        over <= 0 ? "text-ink-3" : split ? "text-warning-ink" : "text-danger-ink",
      )}
    >
      {length < most * TELL_FROM
        ? null
        : over <= 0
          ? inbox.left(-over)
          : split
            ? inboxMessenger.partTooLong(most)
            : inbox.tooLong(over)}
    </span>
  );
}
