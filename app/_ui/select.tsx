import { ChevronDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { CONTROL_BOX } from "./control-box";

type Props = Omit<ComponentProps<"select">, "size"> & {
  /** "field" in a form, "button" in a table or a bar, "quiet" beside a title. */
  look?: "field" | "button" | "quiet";
  /** Drawn inside, before the choice. */
  lead?: ReactNode;
};

const SMALL = "inline-flex items-center rounded-sm has-focus-visible:ring-focus";

const BOXES = {
  field: CONTROL_BOX,
  button: `${SMALL} border border-line-strong bg-surface shadow-sm has-enabled:hover:bg-hover has-disabled:bg-hover has-disabled:shadow-none`,
  quiet: `${SMALL} text-ink-2 hover:bg-hover`,
};

const CHOICES = {
  field: "min-h-8.5 w-full truncate pr-8 pl-3",
  button: "min-h-7 py-0.5 pr-7 pl-2.5 font-label text-caption",
  quiet: "min-h-8 py-0.5 pr-7 pl-2.5 font-label text-label",
};

/** The browser's own list of choices, so that phones, keyboards and forms without script all work. */
export function Select({ look = "field", lead, className, children, ...rest }: Props) {
  return (
    <span className={classNames("relative", BOXES[look], className)}>
      {lead ? <span className="-mr-1 pointer-events-none shrink-0 pl-2.5">{lead}</span> : null}
      <select
        {...rest}
        className={classNames(
          "appearance-none bg-transparent outline-none max-md:min-h-11 [&>option]:bg-surface [&>option]:text-ink",
          CHOICES[look],
        )}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        size={14}
        className={classNames("pointer-events-none absolute text-ink-3", look === "field" ? "right-3" : "right-2")}
      />
    </span>
  );
}
