"use client";

import type { Change } from "#lib/conversations/bulk/bulk-change";
import type { BulkView } from "#lib/conversations/bulk/bulk-row";
import type { View } from "#lib/conversations/conversation-order";
import { useShop } from "../../_parts/live-shop";
import { useFollowedJob } from "../../use-followed-job";
import { cancelBulkAction, readBulkAction, startBulkAction, undoBulkAction } from "./actions";

export const isUnderWay = ({ state }: BulkView) => state === "running" || state === "undoing";

const FOLLOWING = {
  path: (id: string) => `bulk-changes/${id}`,
  event: "bulk.changed",
  idOf: (changed: { bulkChangeId: string; memberId: string }) => changed.bulkChangeId,
  isUnderWay,
};

/** What is being done to everything in a view: begun here or found under way, followed to its end, ended and undone. */
export function useBulkJob(view: View, loaded: BulkView | null) {
  const { slug } = useShop();
  const { held, busy, act, forget } = useFollowedJob(loaded, FOLLOWING);
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
      forget();
      readBulkAction(slug, input).catch(reportError);
    },
  };
}

export type BulkJob = ReturnType<typeof useBulkJob>;
