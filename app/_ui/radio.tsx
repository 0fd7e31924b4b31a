import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

type Props = Omit<ComponentProps<"input">, "type" | "children"> & {
  /** Its words; the whole line chooses it. */
  children: ReactNode;
};

/** One of several: put them in a `<fieldset>` with a `<legend>`, under one `name`. */
export function Radio({ className, children, ...rest }: Props) {
  return (
    <label className={classNames("flex items-start gap-2.5 text-label has-disabled:text-ink-3", className)}>
      <input
        type="radio"
        {...rest}
        className="mt-px size-4.5 shrink-0 appearance-none rounded-full border-[1.5px] border-control bg-surface checked:border-[5.5px] checked:border-brand disabled:bg-hover forced-colors:appearance-auto"
      />
      <span className="min-w-0">{children}</span>
    </label>
  );
}
