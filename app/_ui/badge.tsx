import type { ReactNode } from "react";
import { classNames } from "./class-names";

const TONES = {
  neutral: "bg-active text-ink-2",
  success: "bg-success-soft text-success-ink",
  warning: "bg-warning-soft text-warning-ink",
  danger: "bg-danger-soft text-danger-ink",
  info: "bg-info-soft text-info-ink",
  brand: "bg-brand-soft text-brand-ink",
  outline: "border border-line-strong text-ink-2",
};

export type BadgeTone = keyof typeof TONES;

type Props = { tone?: BadgeTone; icon?: ReactNode; className?: string; children: ReactNode };

/** A state in one or two words; the colour only repeats them. */
export function Badge({ tone = "neutral", icon, className, children }: Props) {
  return (
    <span
      className={classNames(
        "inline-flex min-h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-full px-1.75 font-label text-micro forced-colors:border",
        TONES[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
