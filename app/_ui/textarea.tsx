import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { CONTROL_BOX } from "./control-box";

/** Text of several lines; grows with what is typed up to `max-h-60`. */
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <span className={classNames(CONTROL_BOX, className)}>
      <textarea
        rows={3}
        {...rest}
        className="max-h-60 min-h-15 w-full resize-none bg-transparent px-3 py-2 outline-none [field-sizing:content]"
      />
    </span>
  );
}
