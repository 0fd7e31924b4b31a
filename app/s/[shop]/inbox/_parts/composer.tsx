"use client";

import { type ReactNode, useEffect, useState } from "react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { useSavedDrafts } from "../use-saved-drafts";
import type { Answering } from "./answered";
import { type ComposerKind, ComposerTabs } from "./composer-tabs";
import { NoteBox } from "./note-box";
import { ReplyBox } from "./reply-box";

type Props = {
  row: ConversationRow;
  settled: boolean;
  answered: Answering;
};

/** Where a member writes: to the shopper, or a note for the team, each with a draft of its own. */
export function Composer({ row, settled, answered }: Props) {
  const [kind, setKind] = useState<ComposerKind>("reply");
  const [asked, setAsked] = useState(0);
  useSavedDrafts(row.id, settled);
  useEffect(() => {
    if (asked > 0) document.getElementById("reply")?.focus();
  }, [asked]);
  const choose = (next: ComposerKind) => {
    setKind(next);
    setAsked((n) => n + 1);
  };
  const tabs = (beside: ReactNode) => (
    <ComposerTabs kind={kind} onKind={choose}>
      {beside}
    </ComposerTabs>
  );
  return kind === "note" ? (
    <NoteBox row={row} tabs={tabs} />
  ) : (
    <ReplyBox row={row} settled={settled} answered={answered} onNote={() => choose("note")} tabs={tabs} />
  );
}
