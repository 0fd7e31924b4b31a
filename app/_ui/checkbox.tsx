"use client";

import { Check, Minus } from "lucide-react";
import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from "react";
import { classNames } from "./class-names";

type Props = Omit<ComponentProps<"input">, "type" | "ref" | "children"> & {
  /** Some of what it stands for is ticked, not all. */
  mixed?: boolean;
  /** In the shop's colour, on a shop's own page. */
  tone?: "brand" | "shop";
  /** Its words; the whole line ticks it. Without words, give it an `aria-label`. */
  children?: ReactNode;
};

const FILLS = {
  brand: "checked:border-brand checked:bg-brand indeterminate:border-brand indeterminate:bg-brand",
  shop: "checked:border-shop checked:bg-shop",
};

const SIGN = "pointer-events-none absolute stroke-3 opacity-0 forced-colors:hidden";

/** A box to tick. Never ticked in advance for a permission. */
export function Checkbox({ mixed = false, tone = "brand", className, children, ...rest }: Props) {
  const ownId = useId();
  const id = rest.id ?? ownId;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = mixed;
  }, [mixed]);
  const ink = tone === "shop" ? "text-on-shop" : "text-on-brand";
  const drawing = (
    <span
      className={classNames(
        "relative inline-grid size-4.5 shrink-0 place-items-center",
        children ? "mt-px" : className,
      )}
    >
      <input
        ref={box}
        type="checkbox"
        {...rest}
        id={id}
        className={classNames(
          "peer size-4.5 appearance-none rounded-[5px] border-[1.5px] border-control bg-surface transition-colors duration-(--t-fast) disabled:border-line disabled:bg-hover forced-colors:appearance-auto",
          FILLS[tone],
        )}
      />
      <Check
        aria-hidden="true"
        size={12}
        className={classNames(SIGN, ink, "peer-checked:opacity-100 peer-indeterminate:opacity-0")}
      />
      <Minus aria-hidden="true" size={12} className={classNames(SIGN, ink, "peer-indeterminate:opacity-100")} />
    </span>
  );
  if (!children) return drawing;
  return (
    <label
      htmlFor={id}
      className={classNames("flex items-start gap-2.5 text-label has-disabled:text-ink-3", className)}
    >
      {drawing}
      <span className="min-w-0">{children}</span>
    </label>
  );
}
