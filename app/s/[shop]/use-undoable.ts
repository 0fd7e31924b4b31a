"use client";

import type { ConversationRow } from "#lib/conversations/view-conversation";
import type { Outcome } from "#lib/http/outcome";
import { notify } from "#ui/toast";
import { useMessages } from "../../_i18n/language";
import { useRun } from "../../_shared/use-run";
import type { ShopFeed } from "./shop-feed";

type Change = () => Promise<Outcome<ConversationRow>>;

/** Changes a conversation, shows at once what the server answered, and says so with a way to undo it. */
export function useUndoable(feed: ShopFeed) {
  const { common } = useMessages();
  const { busy, run } = useRun();
  const show = (row: ConversationRow) => feed.hear([row]);
  function change(action: Change, said: (row: ConversationRow) => string, undo: Change) {
    run(action, (row) => {
      show(row);
      notify(said(row), { undo: { label: common.undo, run: () => run(undo, show).catch(reportError) } });
    }).catch(reportError);
  }
  return { busy, run, show, change };
}
