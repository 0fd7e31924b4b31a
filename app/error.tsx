"use client";

import { Broken } from "#ui/broken";

export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <main id="content" className="grid min-h-dvh place-content-center">
      <Broken level={1} digest={error.digest} onRetry={retry} />
    </main>
  );
}
