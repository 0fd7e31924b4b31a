import { ChevronDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { CONTROL_BOX } from "./control-box";

type Props = Omit<ComponentProps<"select">, "size"> & {
  /** "field" in a form; "button" in a table or a bar. */
  look?: "field" | "button";
  lead?: ReactNode;
};

/** The browser's own list of choices, so that phones, keyboards and forms without script all work. */
export function Select({ look = "field", lead, className, children, ...rest }: Props) {
  const button = look === "button";
  return (
    <span
      className={classNames(
        "relative",
        button
          ? "inline-flex items-center rounded-sm border border-line-strong bg-surface shadow-sm has-focus-visible:ring-focus hover:has-enabled:bg-hover has-disabled:bg-hover has-disabled:shadow-none"
          : CONTROL_BOX,
        className,
      )}
    >
      {lead ? <span className="-mr-1 pointer-events-none shrink-0 pl-2.5 text-ink-2">{lead}</span> : null}
      <select
        {...rest}
        className={classNames(
          "w-full appearance-none truncate bg-transparent outline-none max-md:min-h-11 [&>option]:bg-surface [&>option]:text-ink",
          button ? "min-h-7 py-0.5 pr-7 pl-2.5 font-label text-caption" : "min-h-8.5 pr-8 pl-3",
        )}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        size={14}
        className={classNames("pointer-events-none absolute text-ink-3", button ? "right-2" : "right-3")}
      />
    </span>
  );
}
