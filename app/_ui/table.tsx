import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

/** A table with a name for screen readers; where it is too wide it scrolls inside its own frame. */
export function Table({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="relative overflow-x-auto">
      <table aria-label={label} className="w-full border-collapse text-label">
        {children}
      </table>
    </div>
  );
}

export function Th({ className, ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      {...rest}
      className={classNames(
        "h-9 whitespace-nowrap border-line border-b bg-sunken px-3 text-left font-label text-caption text-ink-3 first:pl-4 last:pr-4",
        className,
      )}
    />
  );
}

export function Tr({ selected = false, className, ...rest }: ComponentProps<"tr"> & { selected?: boolean }) {
  return (
    <tr
      {...rest}
      className={classNames(
        "border-line border-b last:border-b-0",
        selected ? "bg-selected [--avatar-gap:var(--selected)]" : "hover:bg-hover hover:[--avatar-gap:var(--hover)]",
        className,
      )}
    />
  );
}

/** `numeric` for counts, amounts and times: to the right, in figures of one width. */
export function Td({ numeric = false, className, ...rest }: ComponentProps<"td"> & { numeric?: boolean }) {
  return (
    <td
      {...rest}
      className={classNames(
        "h-12 px-3 align-middle first:pl-4 last:pr-4",
        numeric && "text-right tabular-nums",
        className,
      )}
    />
  );
}
