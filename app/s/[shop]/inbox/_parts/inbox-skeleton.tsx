import { Skeleton } from "#ui/skeleton";
import { getMessages } from "../../../../_i18n/server";
import { RowSkeletons } from "./row-skeletons";
import { ThreadSkeleton } from "./thread-skeleton";

/** The inbox on its way, in its final geometry: the list alone, or with a conversation beside it. */
export async function InboxSkeleton({ thread }: { thread: boolean }) {
  const { common } = await getMessages();
  return (
    <main
      id="content"
      className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] bg-surface md:grid-cols-[var(--w-list)_minmax(0,1fr)]"
    >
      <div
        className={`min-h-0 animate-appear overflow-hidden [animation-delay:200ms] [animation-fill-mode:backwards] ${thread ? "max-md:hidden" : ""}`}
      >
        <div className="grid h-(--h-bar) content-center border-line border-b px-4">
          <Skeleton className="h-4 w-28" />
        </div>
        <RowSkeletons rows={9} />
      </div>
      <div className={`flex min-h-0 flex-col border-line md:border-l ${thread ? "" : "max-md:hidden"}`}>
        {thread ? (
          <ThreadSkeleton loading={common.loading} slow={common.stillLoading} />
        ) : (
          <span role="status" className="sr-only">
            {common.loading}
          </span>
        )}
      </div>
    </main>
  );
}
