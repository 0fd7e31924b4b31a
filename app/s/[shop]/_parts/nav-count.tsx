import { classNames } from "../../../_ui/class-names";

/** The number beside a place of the rail, as it is seen and as it is said. */
export function NavCount({ shown, said, active = false }: { shown: string; said: string; active?: boolean }) {
  return (
    <span className={classNames("text-caption tabular-nums max-lg:sr-only", active ? "text-ink" : "text-ink-3")}>
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">{said}</span>
    </span>
  );
}
