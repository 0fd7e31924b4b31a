import { classNames } from "./class-names";

/** A key. `quiet` on coloured ground: the edge takes the colour of the text. */
export function Kbd({ children, quiet = false }: { children: string; quiet?: boolean }) {
  return (
    <kbd
      className={classNames(
        "inline-grid min-h-5 min-w-5 place-items-center whitespace-nowrap rounded-xs border px-1.25 font-medium font-sans text-micro",
        quiet ? "border-current bg-transparent text-current" : "border-line-strong bg-surface text-ink-2",
      )}
    >
      {children}
    </kbd>
  );
}
