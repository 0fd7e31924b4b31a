import { Skeleton } from "#ui/skeleton";

const BUBBLES = [
  { side: "", width: "w-52" },
  { side: "self-end", width: "w-72" },
  { side: "", width: "w-44" },
  { side: "self-end", width: "w-64" },
  { side: "", width: "w-56" },
] as const;

/** A thread on its way, in its final geometry; nothing shows before 200 ms. */
export function ThreadSkeleton({ loading, slow }: { loading: string; slow: string }) {
  return (
    <div className="flex min-h-0 flex-1 animate-appear flex-col [animation-delay:200ms] [animation-fill-mode:backwards]">
      <span role="status" className="sr-only">
        {loading}
      </span>
      <div className="grid h-(--h-bar) shrink-0 content-center gap-2 border-line border-b px-4">
        <Skeleton className="h-3 w-32" />
        <Skeleton className="h-2.5 w-20" />
      </div>
      <div className="flex min-h-0 flex-1 flex-col justify-end gap-3 overflow-hidden px-5 pb-4 max-md:px-3">
        <p className="animate-appear text-center text-caption text-ink-3 [animation-delay:8s] [animation-fill-mode:backwards]">
          {slow}
        </p>
        {BUBBLES.map(({ side, width }) => (
          <Skeleton key={width} className={`h-9 max-w-[80%] rounded-bubble! ${side} ${width}`} />
        ))}
      </div>
      <div className="px-4 pb-4 max-md:px-2">
        <Skeleton className="h-24 w-full rounded-lg!" />
      </div>
    </div>
  );
}
