"use client";

import { Button } from "#ui/button";
import { EmptyState } from "#ui/empty-state";
import { useMessages } from "../../_i18n/language";

/** A page of a shop that broke: what is kept, and how to go on. The rail beside it still works. */
export default function ShopError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { errors, common } = useMessages();
  return (
    <main id="content" className="grid min-h-0 flex-1 place-content-center">
      <div role="alert">
        <EmptyState
          title={errors.brokenTitle}
          text={
            <>
              {errors.brokenText}
              {error.digest ? (
                <span className="mt-2 block text-caption text-ink-3">{errors.reference(error.digest)}</span>
              ) : null}
            </>
          }
          action={
            <Button variant="primary" onClick={reset}>
              {common.tryAgain}
            </Button>
          }
        />
      </div>
    </main>
  );
}
