import { X } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import type { Hue } from "./hue";

const BOX = "inline-flex items-center gap-1.25 rounded-sm border px-2 font-medium text-caption whitespace-nowrap";

type ChipProps = {
  children: ReactNode;
  /** The colour of its dot. */
  hue?: Hue;
  size?: "sm" | "md";
  /** Adds a button that takes it away, called `removeLabel`. */
  onRemove?: () => void;
  removeLabel?: string;
};

const SIZES = { sm: "min-h-5.5", md: "min-h-7 max-md:min-h-11" };

/** A tag or a chosen thing. */
export function Chip({ children, hue, size = "sm", onRemove, removeLabel }: ChipProps) {
  return (
    <span className={classNames(BOX, SIZES[size], "border-line bg-surface text-ink-2")}>
      {hue === undefined ? null : (
        <i aria-hidden="true" data-tag-dot="" data-hue={hue} className="size-2 rounded-[3px]" />
      )}
      {children}
      {onRemove ? (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="-mr-1 inline-grid size-5 place-items-center rounded-xs text-ink-3 hover:bg-hover hover:text-ink max-md:size-8"
        >
          <X aria-hidden="true" size={12} />
        </button>
      ) : null}
    </span>
  );
}

/** A chip that does something: "Add", a filter. Dashed while it stands for nothing yet. */
export function ChipButton({
  icon,
  dashed = false,
  className,
  children,
  ...rest
}: ComponentProps<"button"> & { icon?: ReactNode; dashed?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(
        BOX,
        SIZES.md,
        "bg-surface text-ink-2 hover:bg-hover",
        dashed ? "border-line-strong border-dashed" : "border-line",
        className,
      )}
    >
      {icon}
      {children}
    </button>
  );
}
