"use client";

import { Button } from "#ui/button";
import { notify } from "#ui/toast";
import { useRun } from "../../../../_shared/use-run";
import { useShop } from "../../_parts/live-shop";
import { showFirstStepsAction } from "../actions";

type Props = {
  /** Whether the press shows the list in the inbox, or puts it away. */
  shows: boolean;
  label: string;
  /** What is said once it is done, and the button that takes it back. */
  done: string;
  undo?: string;
};

/** Puts the list of first steps away from the inbox, or brings it back, for the whole shop. */
export function ShowSteps({ shows, label, done, undo }: Props) {
  const { slug, refresh } = useShop();
  const { busy, run } = useRun();
  const back = () => run(() => showFirstStepsAction(slug, { shown: !shows }), refresh).catch(reportError);
  const press = () =>
    run(
      () => showFirstStepsAction(slug, { shown: shows }),
      () => {
        notify(done, undo ? { undo: { label: undo, run: back } } : {});
        refresh();
      },
    ).catch(reportError);
  return (
    <Button variant={shows ? "secondary" : "ghost"} busy={busy} onClick={press}>
      {label}
    </Button>
  );
}
