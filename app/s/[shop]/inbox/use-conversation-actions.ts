"use client";

import type { ConversationRow, Priority } from "#lib/conversations/view-conversation";
import { notify } from "#ui/toast";
import { useFormat, useMessages } from "../../../_i18n/language";
import { useShop } from "../_parts/live-shop";
import { useName } from "../use-name";
import { useRun } from "../use-run";
import { useInbox } from "./_parts/inbox-context";
import { wakeWords } from "./until-words";

/** What a member does to a conversation as a whole. Each shows at once what the server answered, and can be undone. */
export function useConversationActions() {
  const { common, inbox, triage: texts } = useMessages();
  const format = useFormat();
  const { memberId, feed } = useShop();
  const { actions, triage } = useInbox();
  const { busy, run } = useRun();
  const nameOf = useName();
  const show = (row: ConversationRow) => feed.hear([row]);

  /** Puts a conversation back to what it was before. */
  function restore({ id: conversationId, status, snoozedUntil }: ConversationRow) {
    if (status === "snoozed" && snoozedUntil) return triage.snooze({ conversationId, until: snoozedUntil });
    if (status === "spam") return triage.markSpam({ conversationId });
    return status === "closed" ? actions.close({ conversationId }) : actions.reopen({ conversationId });
  }

  function change(before: ConversationRow, action: () => ReturnType<typeof restore>, said: string) {
    run(action, (row) => {
      show(row);
      notify(said, { undo: { label: common.undo, run: () => run(() => restore(before), show).catch(reportError) } });
    }).catch(reportError);
  }

  function assign(row: ConversationRow, to: string | null) {
    if ((row.assignee?.memberId ?? null) === to) return;
    run(() => actions.assign({ conversationId: row.id, memberId: to }), show).catch(reportError);
  }

  function reopen(row: ConversationRow) {
    const name = nameOf(row.contact);
    const said = row.status === "closed" ? inbox.reopened(name) : texts.woken(name);
    change(row, () => actions.reopen({ conversationId: row.id }), said);
  }

  function setBlocked(row: ConversationRow, blocked: boolean) {
    const [name, contactId] = [nameOf(row.contact), row.contact.id];
    run(
      () => (blocked ? triage.block({ contactId }) : triage.unblock({ contactId })),
      (rows) => {
        feed.hear(rows);
        const undo = { label: common.undo, run: () => setBlocked(row, !blocked) };
        notify(blocked ? texts.blocked(name) : texts.unblocked(name), { undo });
      },
    ).catch(reportError);
  }

  return {
    busy,
    assign,
    take: (row: ConversationRow) => assign(row, memberId),
    reopen,
    toggleClosed: (row: ConversationRow) =>
      row.status === "open"
        ? change(row, () => actions.close({ conversationId: row.id }), inbox.closed(nameOf(row.contact)))
        : reopen(row),
    snooze: (row: ConversationRow, until: string) =>
      change(
        row,
        () => triage.snooze({ conversationId: row.id, until }),
        texts.snoozed(nameOf(row.contact), wakeWords(format, until)),
      ),
    markSpam: (row: ConversationRow) =>
      change(row, () => triage.markSpam({ conversationId: row.id }), texts.markedSpam(nameOf(row.contact))),
    setBlocked,
    setPriority: (row: ConversationRow, priority: Priority) =>
      run(() => triage.setPriority({ conversationId: row.id, priority }), show).catch(reportError),
    setTag: (row: ConversationRow, tagId: string, on: boolean) => {
      const ids = { conversationId: row.id, tagId };
      run(() => (on ? triage.tag(ids) : triage.untag(ids)), show).catch(reportError);
    },
  };
}
