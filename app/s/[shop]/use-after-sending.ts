"use client";

import type { Draft } from "#lib/conversations/outbox";
import { useFormat, useMessages } from "../../_i18n/language";
import type { InboxActions } from "./inbox/load-inbox";
import type { TriageActions } from "./inbox/triage/bound-actions";
import { wakeWords } from "./inbox/until-words";
import type { ShopFeed } from "./shop-feed";
import { useName } from "./use-name";
import { useUndoable } from "./use-undoable";

export type AfterActions = Pick<InboxActions, "close" | "reopen"> & Pick<TriageActions, "snooze" | "putBack">;

/**
 * Closes or snoozes a conversation as the author of a message wanted, once that is stored: on whatever page she is by
 * then, since the message may have waited for a connection or a reload. A message that is taken back closes nothing.
 */
export function useAfterSending(feed: ShopFeed, actions: AfterActions) {
  const { inbox, triage } = useMessages();
  const format = useFormat();
  const nameOf = useName();
  const { change } = useUndoable(feed);
  return ({ conversationId, after }: Pick<Draft, "conversationId" | "after">, messageId: string): void => {
    if (after?.does === "close")
      change(
        () => actions.close({ conversationId, messageId }),
        ({ contact }) => inbox.closed(nameOf(contact)),
        () => actions.putBack({ conversationId }),
      );
    if (after?.does === "snooze")
      change(
        () => actions.snooze({ conversationId, until: after.until, messageId }),
        ({ contact }) => triage.snoozed(nameOf(contact), wakeWords(format, after.until)),
        () => actions.reopen({ conversationId }),
      );
  };
}
