import { Skeleton } from "#ui/skeleton";

const WIDTHS = ["w-36", "w-28", "w-40", "w-32"] as const;

/** List rows on their way, in their final size. */
export function RowSkeletons({ rows }: { rows: number }) {
  return Array.from({ length: rows }, (_, place) => place).map((place) => (
    <div
      key={place}
      aria-hidden="true"
      className="grid grid-cols-[40px_minmax(0,1fr)] gap-x-2.5 border-line border-b px-4 py-2.75"
    >
      <Skeleton round className="size-10" />
      <div className="grid content-start gap-2.5 py-1">
        <Skeleton className={`h-3 max-w-full ${WIDTHS[place % WIDTHS.length]}`} />
        <Skeleton className="h-2.5 w-full" />
        <Skeleton className="h-2.5 w-24 max-w-full" />
      </div>
    </div>
  ));
}
