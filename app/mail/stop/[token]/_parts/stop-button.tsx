"use client";

import { useState, useTransition } from "react";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { EmptyState } from "#ui/empty-state";
import { useMessages } from "../../../../_i18n/language";
import { stopAnswerMailsAction } from "../actions";

/** Asks once, then says that it is done. */
export function StopButton({ token, shop }: { token: string; shop: string }) {
  const { common, mailLinks } = useMessages();
  const [state, setState] = useState<{ done: boolean; problem: string | null }>({ done: false, problem: null });
  const [pending, start] = useTransition();
  const stop = () =>
    start(async () => {
      const outcome = await stopAnswerMailsAction({ token }).catch(() => null);
      setState({
        done: outcome?.ok === true,
        problem: outcome?.ok ? null : (outcome?.problem.message ?? common.noConnection),
      });
    });
  if (state.done)
    return (
      <div role="status">
        <EmptyState level={1} title={mailLinks.stopped} text={mailLinks.stoppedText(shop)} />
      </div>
    );
  return (
    <EmptyState
      level={1}
      title={mailLinks.stopAsk(shop)}
      text={mailLinks.stopText(shop)}
      action={
        <div className="grid justify-items-center gap-3">
          <Button variant="primary" size="xl" busy={pending} onClick={stop}>
            {mailLinks.stop}
          </Button>
          {state.problem ? (
            <Banner tone="danger" role="alert">
              {state.problem}
            </Banner>
          ) : null}
        </div>
      }
    />
  );
}
