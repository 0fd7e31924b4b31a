"use client";

import { type FormEvent, type KeyboardEvent, useState } from "react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import type { Writing } from "./use-composer";
import type { useNews } from "./use-news";
import { useSendChoice } from "./use-send-choice";

/** How an answer goes: at once, closing or snoozing its conversation as the button says, or at a time that is asked for. */
export function useSending(row: ConversationRow, { text, uploads, submit }: Writing, news: ReturnType<typeof useNews>) {
  const [choice] = useSendChoice();
  const [asked, ask] = useState<"snooze" | "schedule" | null>(null);
  const empty = text.trim() === "" && uploads.length === 0;

  /** Whether there is something to send, and what is new has been shown once. */
  const ready = () => !empty && (text.trim() === "" || news.seen());

  /** Sends as the button says, and closes by Shift. */
  function send(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    if (!ready()) return;
    const does = row.status !== "open" ? "send" : "shiftKey" in event && event.shiftKey ? "close" : choice;
    if (does === "snooze") ask("snooze");
    else submit(event, { after: does === "close" ? { does } : null });
  }
  return {
    send,
    schedule() {
      if (ready()) ask("schedule");
    },
    /** What time is asked for. */
    asked,
    stopAsking: () => ask(null),
    chosen(at: string) {
      submit(undefined, asked === "schedule" ? { sendAt: at } : { after: { does: "snooze", until: at } });
    },
  };
}
