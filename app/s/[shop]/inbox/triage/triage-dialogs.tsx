"use client";

import type { ConversationRow } from "#lib/conversations/view-conversation";
import { useMessages } from "../../../../_i18n/language";
import { useInbox } from "../_parts/inbox-context";
import { useConversationActions } from "../use-conversation-actions";
import { TagDialog } from "./tag-dialog";
import { TimeDialog } from "./time-dialog";
import { TranscriptDialog } from "./transcript-dialog";

/** What is asked about the open conversation: until when it is put away, its tags, or a transcript. */
export function TriageDialogs({ row }: { row: ConversationRow | null }) {
  const { triage } = useMessages();
  const { asked, ask } = useInbox();
  const can = useConversationActions();
  const close = () => ask(null);
  if (!row || !asked || asked === "date") return null;
  if (asked === "snooze")
    return <TimeDialog title={triage.snoozeUntil} reply onChoose={(until) => can.snooze(row, until)} onClose={close} />;
  if (asked === "transcript") return <TranscriptDialog conversationId={row.id} onClose={close} />;
  return <TagDialog held={row.tags} onToggle={(tagId, on) => can.setTag(row, tagId, on)} onClose={close} />;
}
