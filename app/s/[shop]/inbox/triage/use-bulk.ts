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
import type { TriageActions } from "./bound-actions";

const NONE: ReadonlySet<string> = new Set();
/** After these the conversations stay where they are, for the next thing to be done with them. */
const STAYS = new Set<Change["kind"]>(["assign", "tag", "untag"]);

/** The conversations that are selected in a list, and what is done to all of them at once; each can be undone. */
export function useBulk(rows: readonly ConversationRow[], actions: TriageActions) {
  const messages = useMessages();
  const format = useFormat();
  const { feed } = useShop();
  const { busy, run } = useRun();
  const [ids, setIds] = useState(NONE);
  const chosen = rows.filter(({ id }) => ids.has(id));
  const { bulk } = messages.triage;

  async function back(steps: ReturnType<typeof undoOf>) {
    for (const step of steps)
      await run(
        () => actions.changeMany(step),
        (done) => feed.hear(done.rows),
      );
  }
  function apply(change: Change) {
    const before = chosen;
    const conversationIds = before.map(({ id }) => id);
    run(
      () => actions.changeMany({ conversationIds, change }),
      ({ rows: now, refused }) => {
        feed.hear(now);
        if (!STAYS.has(change.kind)) setIds(new Set(refused.map(({ conversationId }) => conversationId)));
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
    busy,
    chosen,
    has: (id: string) => ids.has(id),
    toggle(id: string) {
      const next = new Set(chosen.map((row) => row.id));
      if (!next.delete(id) && next.size < MOST_AT_ONCE) next.add(id);
      setIds(next);
    },
    /** All that are loaded, as many as go at once. */
    chooseAll: () => setIds(new Set(rows.slice(0, MOST_AT_ONCE).map(({ id }) => id))),
    clear: () => setIds(NONE),
    apply,
  };
}

export type Bulk = ReturnType<typeof useBulk>;
