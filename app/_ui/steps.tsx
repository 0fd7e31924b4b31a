import { classNames } from "./class-names";

/** How far along: `done` of `all` bars filled. `label` says it in words. */
export function Steps({
  done,
  all,
  label,
  className,
}: {
  done: number;
  all: number;
  label: string;
  className?: string;
}) {
  return (
    <div role="img" aria-label={label} className={classNames("flex gap-1", className)}>
      {Array.from({ length: all }, (_, place) => place).map((place) => (
        <i
          key={place}
          data-dot=""
          className={classNames("h-1 flex-1 rounded-[2px]", place < done ? "bg-success-dot" : "bg-active")}
        />
      ))}
    </div>
  );
}
