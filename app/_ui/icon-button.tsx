"use client";

import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { Kbd } from "./kbd";
import { Tooltip } from "./tooltip";

const SIZES = {
  xs: "size-5 rounded-xs text-ink-3",
  sm: "size-7 rounded-sm text-ink-2 max-md:size-11",
  md: "size-8 rounded-md text-ink-2 max-md:size-11",
};

type Props = Omit<ComponentProps<"button">, "aria-label" | "children"> & {
  /** What it does, in words: its accessible name and its tooltip. */
  label: string;
  icon: ReactNode;
  size?: keyof typeof SIZES;
  /** With an edge, when it stands alone. */
  outlined?: boolean;
  /** Shown as pressed; says so to screen readers too. */
  pressed?: boolean;
  /** The key that does the same, shown in the tooltip. */
  shortcut?: string;
  tooltipSide?: ComponentProps<typeof Tooltip>["side"];
};

export function IconButton({
  label,
  icon,
  size = "md",
  outlined = false,
  pressed,
  shortcut,
  tooltipSide,
  className,
  ...rest
}: Props) {
  const text = shortcut ? (
    <>
      {label} <Kbd quiet>{shortcut}</Kbd>
    </>
  ) : (
    label
  );
  return (
    <Tooltip text={text} {...(tooltipSide ? { side: tooltipSide } : {})}>
      <button
        type="button"
        aria-label={label}
        {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
        {...rest}
        className={classNames(
          "inline-grid shrink-0 place-items-center transition-colors duration-(--t-fast) not-disabled:hover:bg-hover not-disabled:hover:text-ink disabled:text-ink-3 aria-pressed:bg-hover aria-pressed:text-ink",
          SIZES[size],
          outlined && "border border-line-strong bg-surface shadow-sm",
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
