import type { ReactNode } from "react";
import { classNames } from "./class-names";

const TONES = {
  neutral: "bg-hover text-ink-2",
  info: "bg-info-soft text-info-ink",
  success: "bg-success-soft text-success-ink",
  warning: "bg-warning-soft text-warning-ink",
  danger: "bg-danger-soft text-danger-ink",
  brand: "bg-brand-soft text-brand-ink",
};

type Props = {
  tone?: keyof typeof TONES;
  icon?: ReactNode;
  /** "status" is read when there is a pause, "alert" at once; leave it out for what was there from the start. */
  role?: "status" | "alert";
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A sentence about what is around it. */
export function Banner({ tone = "neutral", icon, role, actions, className, children }: Props) {
  return (
    <div
      {...(role ? { role } : {})}
      className={classNames(
        "flex flex-wrap items-start gap-2 rounded-md px-3 py-2 text-label forced-colors:border",
        TONES[tone],
        className,
      )}
    >
      {icon ? <span className="shrink-0 pt-0.5">{icon}</span> : null}
      <div className={classNames("min-w-0 flex-1 text-pretty", actions ? "basis-40" : null)}>{children}</div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
