"use client";

import type { BulkMessageView } from "#lib/conversations/bulk-messages/bulk-message-row";
import type { StartBulkMessage } from "#lib/conversations/bulk-messages/input";
import { useFollowedJob } from "../use-followed-job";
import {
  cancelBulkMessageAction,
  readBulkMessageAction,
  resumeBulkMessageAction,
  startBulkMessageAction,
} from "./actions";

export const isUnderWay = ({ state }: BulkMessageView) => state === "running";

const FOLLOWING = {
  path: (id: string) => `bulk-messages/${id}`,
  event: "bulk_message.changed",
  idOf: (changed: { bulkMessageId: string; memberId: string }) => changed.bulkMessageId,
  isUnderWay: (view: BulkMessageView) => isUnderWay(view) || view.withdrawing,
};

/** A message to many contacts: begun here or found under way, followed to its end, ended and gone on with. */
export function useBulkMessage(slug: string, loaded: BulkMessageView | null) {
  const { held, busy, act, forget } = useFollowedJob(loaded, FOLLOWING);
  const input = { bulkMessageId: held?.id ?? "" };
  return {
    held,
    busy,
    /** `begun`: called once it is under way; what is refused was never begun. */
    start: (given: StartBulkMessage, begun: () => void) => act(() => startBulkMessageAction(slug, given), begun),
    end: () => act(() => cancelBulkMessageAction(slug, input)),
    resume: () => act(() => resumeBulkMessageAction(slug, input)),
    /** Its end is read: it is shown no more. */
    dismiss() {
      forget();
      readBulkMessageAction(slug, input).catch(reportError);
    },
  };
}

export type BulkMessageJob = ReturnType<typeof useBulkMessage>;
