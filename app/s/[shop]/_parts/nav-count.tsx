import { classNames } from "../../../_ui/class-names";
import type { Count } from "./use-count-of";

type Props = {
  /** Nothing is drawn while it is not counted. */
  count: Count | null;
  active?: boolean;
  className?: string;
};

/** The number beside a place, as it is seen and as it is said; the narrow rail says it alone. */
export function NavCount({ count, active = false, className = "max-lg:sr-only" }: Props) {
  if (!count) return null;
  return (
    <span className={classNames("text-caption tabular-nums", active ? "text-ink" : "text-ink-3", className)}>
      <span aria-hidden="true">{count.shown}</span>
      <span className="sr-only">{count.said}</span>
    </span>
  );
}
