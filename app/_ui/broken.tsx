"use client";

import { useMessages } from "#app/_i18n/language";
import { Button } from "./button";
import { EmptyState } from "./empty-state";
import { useComeback } from "./use-comeback";

type Props = {
  /** Next's code for the logged error; never its message. */
  digest: string | undefined;
  onRetry: () => void;
  /** 1 where it is the whole page. */
  level?: 1 | 2;
};

/** What stands in place of a part that broke: what was kept and what to do. It tries again by itself as well. */
export function Broken({ digest, onRetry, level = 2 }: Props) {
  const { errors, common } = useMessages();
  useComeback(onRetry);
  return (
    <div role="alert">
      <EmptyState
        level={level}
        title={errors.brokenTitle}
        text={
          <>
            {errors.brokenText}
            {digest ? (
              <span className="mt-2 block font-mono text-caption text-ink-3">{errors.reference(digest)}</span>
            ) : null}
          </>
        }
        action={
          <Button variant="primary" size="lg" onClick={onRetry}>
            {common.tryAgain}
          </Button>
        }
      />
    </div>
  );
}
