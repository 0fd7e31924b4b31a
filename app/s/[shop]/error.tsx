"use client";

import { Broken } from "#ui/broken";

/** A page of a shop that broke. The way through the shop beside it still works. */
export default function ShopError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <main id="content" className="grid min-h-0 flex-1 place-content-center">
      <Broken level={1} digest={error.digest} onRetry={retry} />
    </main>
  );
}
