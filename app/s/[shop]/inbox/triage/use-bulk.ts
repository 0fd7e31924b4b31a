"use client";

import { useState } from "react";
import type { Change } from "#lib/conversations/bulk/bulk-change";
import { MOST_AT_ONCE, undoOf } from "#lib/conversations/bulk/undo-many";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { problemSentence } from "#lib/i18n/problem";
import { notify } from "#ui/toast";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useRun } from "../../../../_shared/use-run";
import { useShop } from "../../_parts/live-shop";
import type { BulkJob } from "../bulk/use-bulk-job";
import type { TriageActions } from "./bound-actions";

const NONE: ReadonlySet<string> = new Set();
/** After these the conversations stay where they are, for the next thing to be done with them. */
const STAYS = new Set<Change["kind"]>(["assign", "tag", "untag"]);

/**
 * The conversations that are selected in a list, or everything in its view, and what is done to all of them at once; it
 * can be undone. `picking`: a press on a row selects it, on a phone.
 */
export function useBulk(rows: readonly ConversationRow[], actions: TriageActions, job: BulkJob) {
  const messages = useMessages();
  const format = useFormat();
  const { feed } = useShop();
  const { busy, run } = useRun();
  const [ids, setIds] = useState(NONE);
  const [everything, setEverything] = useState(false);
  const [picking, setPicking] = useState(false);
  const chosen = everything ? rows : rows.filter(({ id }) => ids.has(id));
  const { bulk } = messages.triage;

  async function back(steps: ReturnType<typeof undoOf>) {
    for (const step of steps)
      await run(
        () => actions.changeMany(step),
        (done) => feed.hear(done.rows),
      );
  }
  function choose(next: ReadonlySet<string>) {
    setEverything(false);
    setIds(next);
  }
  function clear() {
    choose(NONE);
    setPicking(false);
  }
  function apply(change: Change) {
    if (everything) {
      if (!job.busy) job.start(change, clear);
      return;
    }
    const before = chosen;
    const conversationIds = before.map(({ id }) => id);
    run(
      () => actions.changeMany({ conversationIds, change }),
      ({ rows: now, refused }) => {
        feed.hear(now);
        if (!STAYS.has(change.kind)) {
          setIds(new Set(refused.map(({ conversationId }) => conversationId)));
          setPicking(refused.length > 0 && picking);
        }
        const changed = before.filter(({ id }) => refused.every(({ conversationId }) => conversationId !== id));
        const [first] = refused;
        const rest = first
          ? bulk.refused(refused.length, problemSentence(messages, format, first.key, first.params))
          : "";
        const undo = { label: messages.common.undo, run: () => back(undoOf(changed, change)).catch(reportError) };
        notify(`${bulk.done(now.length)} ${rest}`.trim(), { undo });
      },
    ).catch(reportError);
  }
  return {
    busy: busy || job.busy,
    chosen,
    everything,
    picking,
    pick: () => setPicking(true),
    has: (id: string) => everything || ids.has(id),
    toggle(id: string) {
      const next = new Set(chosen.slice(0, MOST_AT_ONCE).map((row) => row.id));
      if (!next.delete(id) && next.size < MOST_AT_ONCE) next.add(id);
      choose(next);
    },
    /** All that are loaded, as many as go at once. */
    chooseAll: () => choose(new Set(rows.slice(0, MOST_AT_ONCE).map(({ id }) => id))),
    /** All of the view, loaded or not. */
    chooseEverything: () => setEverything(true),
    clear,
    apply,
  };
}

export type Bulk = ReturnType<typeof useBulk>;
