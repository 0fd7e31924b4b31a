"use client";

import { useState } from "react";
import type { Outcome } from "#lib/http/outcome";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { EmptyState } from "#ui/empty-state";
import { useMessages } from "../../_i18n/language";
import { useRun } from "../../_shared/use-run";

type Props = {
  stop: () => Promise<Outcome<unknown>>;
  /** What is asked, what comes of it, and what is said once it is done. */
  ask: string;
  text: string;
  stoppedText: string;
};

/** Asks once, then says that it is done. */
export function StopMails({ stop, ask, text, stoppedText }: Props) {
  const { common, mailLinks } = useMessages();
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { busy, run } = useRun(setProblem, common.noConnection);
  const press = () => {
    setProblem(null);
    run(stop, () => setDone(true)).catch(reportError);
  };
  if (done)
    return (
      <div role="status">
        <EmptyState level={1} title={mailLinks.stopped} text={stoppedText} />
      </div>
    );
  return (
    <EmptyState
      level={1}
      title={ask}
      text={text}
      action={
        <div className="grid justify-items-center gap-3">
          <Button variant="primary" size="xl" busy={busy} onClick={press}>
            {mailLinks.stop}
          </Button>
          {problem ? (
            <Banner tone="danger" role="alert">
              {problem}
            </Banner>
          ) : null}
        </div>
      }
    />
  );
}
