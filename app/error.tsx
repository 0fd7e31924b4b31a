"use client";

import { Broken } from "#ui/broken";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="content" className="grid min-h-dvh place-content-center">
      <Broken level={1} digest={error.digest} onRetry={reset} />
    </main>
  );
}
