"use client";

import { useEffectEvent, useLayoutEffect } from "react";
import { fillReply } from "#lib/conversations/fill-reply";
import type { SavedReplyView } from "#lib/conversations/list-saved-replies";
import { NO_ACTIONS, together } from "#lib/conversations/send-actions/no-actions";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { fold } from "#lib/core/fold";
import { useShop } from "../_parts/live-shop";
import { useKeyed } from "../use-keyed";
import { useInbox } from "./_parts/inbox-context";
import { insertAtCaret } from "./insert-at-caret";
import type { Writing } from "./use-composer";
import { useReplyValues, useSavedReplies } from "./use-saved-replies";
import { useSuggestions } from "./use-suggestions";

/** A `/` that begins a word, with what is typed after it. */
const SLASH = /(?:^|\s)(\/[^\s/]*)$/u;

/** Saved replies, opened with `/` where an answer is written. Their files come with them. */
export function useReplyMenu(row: ConversationRow, writing: Writing) {
  const { uploads, wantedReply, sendActions } = useShop();
  const { actions } = useInbox();
  const { text, setText, moveCaret, place } = writing;
  const replies = useSavedReplies(text.includes("/"));
  const values = useReplyValues(row);

  function taken({ id: savedReplyId, actions: wanted }: SavedReplyView) {
    if (wanted) sendActions.set(place, together(sendActions.get(place) ?? NO_ACTIONS, wanted));
    actions
      .takeSavedReply({ savedReplyId })
      .then((outcome) => outcome.ok && uploads.giveBack(place, outcome.value.files), reportError);
  }
  const wanted = useKeyed(wantedReply, row.id) ?? null;
  const put = useEffectEvent((reply: SavedReplyView) => {
    wantedReply.set(row.id, null);
    const gap = text === "" || /\s$/.test(text) ? "" : " ";
    insertAtCaret(writing, gap + fillReply(reply.body, values));
    taken(reply);
  });
  useLayoutEffect(() => {
    if (wanted) put(wanted);
  }, [wanted]);
  const suggest = useSuggestions({
    writing,
    sign: SLASH,
    find: (typed) => {
      const wanted = fold(typed.slice(1));
      return replies.filter(({ title, body }) => fold(title).includes(wanted) || fold(body).includes(wanted));
    },
    insert: ({ body }) => fillReply(body, values),
    taken,
  });
  /** Opens the menu as if `/` had been typed. */
  function open() {
    const gap = text === "" || /\s$/.test(text) ? "" : " ";
    setText(`${text}${gap}/`);
    moveCaret(text.length + gap.length + 1);
  }
  return { suggest, preview: (reply: SavedReplyView) => fillReply(reply.body, values), open };
}
