import { classNames } from "./class-names";

/** A bar where a text will stand, in its final size. Say "Loading" once, around the whole group. */
export function Skeleton({ className, round = false }: { className: string; round?: boolean }) {
  return (
    <span
      aria-hidden="true"
      data-skeleton=""
      className={classNames("block", round ? "rounded-full" : "rounded-sm", className)}
    />
  );
}
