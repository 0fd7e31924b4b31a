import { Card } from "#ui/card";
import { Skeleton } from "#ui/skeleton";
import { getMessages } from "../../../../_i18n/server";

const ROWS = ["w-32", "w-40", "w-28", "w-36", "w-44", "w-24", "w-30"] as const;

export default async function Loading() {
  const { common } = await getMessages();
  return (
    <main id="content" className="min-h-0 flex-1 overflow-hidden bg-canvas">
      <span role="status" className="sr-only">
        {common.loading}
      </span>
      <div className="animate-appear [animation-delay:200ms] [animation-fill-mode:backwards]">
        <div className="grid h-(--h-bar) content-center border-line border-b bg-surface px-6 max-md:px-4">
          <Skeleton className="h-4 w-24" />
        </div>
        <div className="grid gap-4 p-6 max-md:p-4">
          <Skeleton className="h-9 w-70 max-w-full" />
          <Card>
            {ROWS.map((width) => (
              <div key={width} className="flex h-12 items-center gap-2.5 border-line border-b px-4">
                <Skeleton round className="size-8" />
                <Skeleton className={`h-3 ${width}`} />
              </div>
            ))}
          </Card>
        </div>
      </div>
    </main>
  );
}
