"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { Change } from "#lib/conversations/bulk/bulk-change";
import type { BulkView } from "#lib/conversations/bulk/bulk-row";
import type { View } from "#lib/conversations/conversation-order";
import type { Outcome } from "#lib/http/outcome";
import { shopChannel } from "#lib/realtime/channels";
import { useChannel } from "../../../../_realtime/use-channel";
import { useRun } from "../../../../_shared/use-run";
import { useShop } from "../../_parts/live-shop";
import { fetchJson } from "../../fetch-json";
import { cancelBulkAction, readBulkAction, startBulkAction, undoBulkAction } from "./actions";

const ASK_MS = 700;

export const isUnderWay = ({ state }: BulkView) => state === "running" || state === "undoing";

/** What is being done to everything in a view: begun here or found under way, followed to its end, ended and undone. */
export function useBulkJob(view: View, loaded: BulkView | null) {
  const { id: shopId, slug, memberId } = useShop();
  const [held, setHeld] = useState(loaded);
  const { busy, run } = useRun();

  /** An answer that was overtaken by what the member asked for meanwhile, or is of an earlier one, is not taken. */
  const take = (next: BulkView) =>
    setHeld((now) => {
      if (now && (next.id < now.id || (next.id === now.id && next.version < now.version))) return now;
      return next.read ? null : next;
    });

  const ask = useEffectEvent(async (bulkChangeId: string) => {
    const outcome = await fetchJson<BulkView>(`/api/v1/shops/${slug}/bulk-changes/${bulkChangeId}`);
    if (outcome.ok) take(outcome.value);
    else setHeld((now) => (now?.id !== bulkChangeId ? now : outcome.problem.code === "not_found" ? null : { ...now }));
  });
  const follow = (bulkChangeId: string) => ask(bulkChangeId).catch(reportError);
  useChannel<{ bulkChangeId: string; memberId: string }>(
    shopChannel(shopId),
    { "bulk.changed": (changed) => void (changed.memberId === memberId && follow(changed.bulkChangeId)) },
    (reason) => void (reason !== "joined" && held && follow(held.id)),
  );
  useEffect(() => {
    if (!held || !isUnderWay(held)) return;
    const timer = setTimeout(() => void ask(held.id), ASK_MS);
    return () => clearTimeout(timer);
  }, [held]);

  const act = (action: () => Promise<Outcome<BulkView>>, then?: () => void) =>
    run(action, (next) => {
      take(next);
      then?.();
    }).catch(reportError);
  const input = { bulkChangeId: held?.id ?? "" };
  return {
    held,
    busy,
    /** `begun`: called once it is under way; what is refused was never begun. */
    start: (change: Change, begun: () => void) => act(() => startBulkAction(slug, { view, change }), begun),
    end: () => act(() => cancelBulkAction(slug, input)),
    undo: () => act(() => undoBulkAction(slug, input)),
    /** Its end is read: it is shown no more. */
    dismiss() {
      setHeld(null);
      readBulkAction(slug, input).catch(reportError);
    },
  };
}

export type BulkJob = ReturnType<typeof useBulkJob>;
