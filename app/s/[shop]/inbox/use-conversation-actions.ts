"use client";

import type { ConversationRow } from "#lib/conversations/view-conversation";
import { notify } from "#ui/toast";
import { useMessages } from "../../../_i18n/language";
import { useShop } from "../_parts/live-shop";
import { useName } from "../use-name";
import { useRun } from "../use-run";
import { useInbox } from "./_parts/inbox-context";

/** What a member does to a conversation as a whole. Each shows at once what the server answered. */
export function useConversationActions() {
  const { common, inbox } = useMessages();
  const { memberId, feed } = useShop();
  const { actions } = useInbox();
  const { busy, run } = useRun();
  const nameOf = useName();
  const show = (row: ConversationRow) => feed.hear([row]);

  function assign(row: ConversationRow, to: string | null) {
    if ((row.assignee?.memberId ?? null) === to) return;
    run(() => actions.assign({ conversationId: row.id, memberId: to }), show).catch(reportError);
  }

  function setClosed(row: ConversationRow, closed: boolean) {
    const { id: conversationId } = row;
    const action = closed ? actions.close : actions.reopen;
    const said = closed ? inbox.closed : inbox.reopened;
    run(
      () => action({ conversationId }),
      (changed) => {
        show(changed);
        const undo = { label: common.undo, run: () => setClosed(changed, !closed) };
        notify(said(nameOf(row.contact)), { undo });
      },
    ).catch(reportError);
  }

  return {
    busy,
    assign,
    take: (row: ConversationRow) => assign(row, memberId),
    toggleClosed: (row: ConversationRow) => setClosed(row, row.status === "open"),
  };
}
