import { useId } from "react";
import { classNames } from "./class-names";

type Props<Value extends string> = {
  /** What is chosen here, for screen readers. */
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  size?: "sm" | "md";
  className?: string;
};

/** A few exclusive choices side by side: radio buttons underneath, so arrow keys move the choice. */
export function Segment<Value extends string>({
  label,
  options,
  value,
  onChange,
  size = "md",
  className,
}: Props<Value>) {
  const name = useId();
  return (
    <fieldset
      className={classNames("inline-flex w-fit max-w-full flex-wrap gap-0.5 rounded-md bg-active p-0.5", className)}
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={classNames(
            "inline-flex items-center rounded-sm px-2.5 font-label text-ink-2 text-label transition-colors duration-(--t-fast) hover:text-ink has-checked:bg-surface has-checked:text-ink has-checked:shadow-sm has-focus-visible:ring-focus max-md:min-h-10 forced-colors:has-checked:outline",
            size === "sm" ? "min-h-6" : "min-h-7",
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="sr-only"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
