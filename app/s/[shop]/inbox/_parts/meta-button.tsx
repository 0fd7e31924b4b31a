import type { ComponentProps } from "react";

/** A small action in the line under a message. */
export function MetaButton(props: ComponentProps<"button">) {
  return (
    <button
      type="button"
      {...props}
      className="rounded-xs px-0.5 font-semibold underline underline-offset-2 max-md:min-h-11 max-md:px-2"
    />
  );
}
