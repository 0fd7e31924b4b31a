import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { CONTROL_BOX } from "./control-box";

export type InputProps = Omit<ComponentProps<"input">, "size"> & {
  size?: "sm" | "md";
  /** Drawn inside the edge, before what is typed. */
  lead?: ReactNode;
  /** Follows what is typed, at its side: the end of an address. */
  suffix?: string;
  /** Drawn inside the edge, at the end. */
  trail?: ReactNode;
};

export function Input({ size = "md", lead, suffix, trail, className, ...rest }: InputProps) {
  return (
    <span
      className={classNames(
        CONTROL_BOX,
        size === "sm" ? "min-h-8 px-2.5" : "min-h-9 px-3",
        "max-md:min-h-11",
        className,
      )}
    >
      {lead ? <span className="shrink-0 text-ink-3">{lead}</span> : null}
      <input
        {...rest}
        className={classNames(
          "min-w-0 bg-transparent outline-none",
          suffix ? "max-w-full [field-sizing:content]" : "grow",
          size === "sm" && "md:text-label",
        )}
      />
      {suffix ? <span className="-ml-2 min-w-0 grow truncate text-ink-3">{suffix}</span> : null}
      {trail}
    </span>
  );
}
