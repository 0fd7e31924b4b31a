import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { CONTROL_BOX } from "./control-box";

export type InputProps = Omit<ComponentProps<"input">, "size"> & {
  size?: "sm" | "md";
  /** Drawn inside the edge, before what is typed. */
  lead?: ReactNode;
  /** Fixed words that what is typed goes on from: the beginning of an address. */
  base?: string;
  /** Drawn inside the edge, at the end. */
  trail?: ReactNode;
};

export function Input({ size = "md", lead, base, trail, className, ...rest }: InputProps) {
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
      {base ? <span className="-mr-2 min-w-0 truncate text-ink-3">{base}</span> : null}
      <input
        {...rest}
        className={classNames("w-0 min-w-16 grow bg-transparent outline-none", size === "sm" && "md:text-label")}
      />
      {trail}
    </span>
  );
}
