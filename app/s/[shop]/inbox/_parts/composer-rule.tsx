"use client";

import type { ReactNode } from "react";
import type { ComposerState } from "#lib/conversations/composer-state";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { firstNameOf, useName } from "../../use-name";
import { RefusalCard, type RefusalWords } from "./refusal-card";

/** What the state of a conversation refuses: everything, or everything that nobody wrote by hand. */
function refusalOf(row: ConversationRow, state: ComposerState, name: string): RefusalWords | null {
  if (state.refusal || state.state !== "human_only" || !state.humanUntil) return state.refusal;
  const closed = row.windowExpiresAt ?? row.lastContactAt;
  return closed ? { key: "window_closed", params: { name, ago: closed, date: state.humanUntil } } : null;
}

type Props = {
  row: ConversationRow;
  state: ComposerState;
  /** Something is written that waits. */
  kept: boolean;
  /** A message was refused just now: the rule is said at once. */
  refused: boolean;
  children: ReactNode;
};

/** The rule that holds in a conversation now, with what is still allowed; nothing while it is open. */
export function ComposerRule({ row, state, kept, refused, children }: Props) {
  const name = firstNameOf(useName()(row.contact));
  const refusal = refusalOf(row, state, name);
  if (!refusal) return null;
  const closed = state.state === "closed";
  return (
    <RefusalCard refusal={refusal} role={closed && refused ? "alert" : "status"} kept={closed && kept}>
      {children}
    </RefusalCard>
  );
}
