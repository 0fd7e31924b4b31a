"use client";

import { applyToTimeline } from "#lib/conversations/timeline";
import { newKey } from "../../../_shared/new-key";
import { useRun } from "../../../_shared/use-run";
import { useShop } from "../_parts/live-shop";
import { useInbox } from "./_parts/inbox-context";

type Wanted = { orderId: string; conversationId: string; contactId: string };

/**
 * Sends an order's receipt into a conversation; why it was refused, and what may be done instead, goes to `refused`, by
 * default a notice.
 */
export function useReceipt(refused?: (sentence: string, ways: readonly string[]) => void) {
  const { threads } = useShop();
  const { actions, loader } = useInbox();
  const { busy, run } = useRun(refused);
  const send = ({ orderId, conversationId, contactId }: Wanted) =>
    run(
      () => actions.sendReceipt({ conversationId, orderId, clientKey: newKey() }),
      (message) => {
        threads.change(conversationId, (held) => applyToTimeline(held, { type: "message.stored", message }));
        loader.contact(contactId).catch(reportError);
      },
    );
  return { busy, send };
}
