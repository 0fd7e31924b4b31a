"use client";

import type { ConversationRow, Priority } from "#lib/conversations/view-conversation";
import { notify } from "#ui/toast";
import { useFormat, useMessages } from "../../../_i18n/language";
import { useShop } from "../_parts/live-shop";
import { HERE } from "../commands";
import { firstNameOf, useName } from "../use-name";
import { useUndoable } from "../use-undoable";
import { useInbox } from "./_parts/inbox-context";
import { wakeWords } from "./until-words";
import { type AssignTo, chosenBy, chosenOf } from "./use-assignees";

/** What a member does to a conversation as a whole. Each shows at once what the server answered, and can be undone. */
export function useConversationActions() {
  const { common, inbox, teams, triage: texts } = useMessages();
  const format = useFormat();
  const { memberId, feed, threads, openConversation } = useShop();
  const { actions, triage, leave } = useInbox();
  const { busy, run, show, change: changeTo } = useUndoable(feed);
  const nameOf = useName();

  /** Puts a conversation back to what it was before it was opened or put away. */
  function restore({ id: conversationId, status, snoozedUntil }: ConversationRow) {
    if (status === "snoozed" && snoozedUntil) return triage.snooze({ conversationId, until: snoozedUntil });
    if (status === "spam") return triage.markSpam({ conversationId });
    return status === "closed" ? actions.close({ conversationId }) : actions.reopen({ conversationId });
  }

  type Change = () => ReturnType<typeof restore>;
  const change = (action: Change, said: string, undo: Change) => changeTo(action, () => said, undo);
  const putBack = ({ id: conversationId }: ConversationRow) => triage.putBack({ conversationId });

  function assign(row: ConversationRow, to: AssignTo) {
    if (chosenOf(row) === chosenBy(to)) return;
    const { id: conversationId, assignee, team } = row;
    changeTo(
      () => actions.assign({ conversationId, ...to }),
      (now) => {
        if (now.assignee) return inbox.assignedTo(firstNameOf(now.assignee.name));
        return now.team ? teams.waits(now.team.name) : inbox.unassigned;
      },
      () => actions.assign({ conversationId, memberId: assignee?.memberId ?? null, teamId: team?.id ?? null }),
    );
  }

  function reopen(row: ConversationRow) {
    const name = nameOf(row.contact);
    const said = row.status === "closed" ? inbox.reopened(name) : texts.woken(name);
    change(
      () => actions.reopen({ conversationId: row.id }),
      said,
      () => restore(row),
    );
  }

  function close(row: ConversationRow) {
    change(
      () => actions.close({ conversationId: row.id }),
      inbox.closed(nameOf(row.contact)),
      () => putBack(row),
    );
  }

  /** The conversation is left, since what is looked at is read. */
  function markUnread(row: ConversationRow) {
    const conversationId = row.id;
    const { memberReadSeq: seq } = threads.get(conversationId)?.row ?? row;
    const back = () =>
      run(
        () => actions.markRead({ conversationId, seq }),
        () => undefined,
      ).catch(reportError);
    run(
      () => actions.markUnread({ conversationId }),
      (now) => {
        show(now);
        if (openConversation.get(HERE) === conversationId) leave();
        notify(inbox.markedUnread(nameOf(row.contact)), { undo: { label: common.undo, run: back } });
      },
    ).catch(reportError);
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
    take: (row: ConversationRow) => assign(row, { memberId }),
    reopen,
    close,
    toggleClosed: (row: ConversationRow) => (row.status === "open" ? close(row) : reopen(row)),
    snooze: (row: ConversationRow, until: string) =>
      change(
        () => triage.snooze({ conversationId: row.id, until }),
        texts.snoozed(nameOf(row.contact), wakeWords(format, until)),
        () => restore(row),
      ),
    markSpam: (row: ConversationRow) =>
      change(
        () => triage.markSpam({ conversationId: row.id }),
        texts.markedSpam(nameOf(row.contact)),
        () => putBack(row),
      ),
    markUnread,
    setBlocked,
    setPriority: (row: ConversationRow, priority: Priority) =>
      change(
        () => triage.setPriority({ conversationId: row.id, priority }),
        texts.prioritised(texts.priorities[priority].toLowerCase()),
        () => triage.setPriority({ conversationId: row.id, priority: row.priority }),
      ),
    setTag: (row: ConversationRow, tagId: string, on: boolean) => {
      const ids = { conversationId: row.id, tagId };
      const put = (wanted: boolean) => () => (wanted ? triage.tag(ids) : triage.untag(ids));
      change(put(on), on ? texts.tagged : texts.untagged, put(!on));
    },
  };
}
