"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { useShop } from "../../_parts/live-shop";
import { useCommands } from "../use-commands";
import { useConversationActions } from "../use-conversation-actions";
import { useShortcuts } from "../use-shortcuts";
import { useInbox } from "./inbox-context";

function rowLink(id: string | undefined): HTMLElement | null {
  return id ? document.querySelector<HTMLElement>(`[data-conversation="${CSS.escape(id)}"]`) : null;
}

type Props = {
  rows: readonly ConversationRow[];
  selected: string | null;
  onChoose: (id: string) => void;
  onDetails: () => void;
  onMore: () => void;
};

/** The keyboard of the inbox. It draws nothing. */
export function InboxKeys({ rows, selected, onChoose, onDetails, onMore }: Props) {
  const { threads, slug } = useShop();
  const router = useRouter();
  const { open, leave, ask } = useInbox();
  const can = useConversationActions();
  const place = useRef(-1);
  const here = rows.findIndex((row) => row.id === selected);
  useEffect(() => {
    if (here !== -1) place.current = here;
  }, [here]);

  /** From a conversation that has left the list, the way goes on from where it stood. */
  function move(by: 1 | -1) {
    const from = here === -1 ? (selected ? place.current - (by === 1 ? 1 : 0) : -1) : here;
    const to = Math.max(0, Math.min(rows.length - 1, from + by));
    const next = rows[to];
    if (!next) return;
    open(next.id);
    rowLink(next.id)?.scrollIntoView({ block: "nearest" });
    if (to >= rows.length - 5) onMore();
  }
  const row = (selected && (threads.get(selected)?.row ?? rows.find((one) => one.id === selected))) || null;
  const withRow = (act: (row: ConversationRow) => void) => () => {
    const now = selected && (threads.get(selected)?.row ?? rows.find((one) => one.id === selected));
    if (now) act(now);
  };

  useCommands(row, can, { onDetails });
  useShortcuts({
    "/": () => router.push(`/s/${slug}/search`),
    p: withRow(({ contact }) => router.push(`/s/${slug}/contacts/${contact.id}`)),
    j: () => move(1),
    k: () => move(-1),
    u: () => {
      const link = rowLink(selected ?? undefined);
      leave();
      link?.focus();
    },
    "shift+u": withRow(can.markUnread),
    r: () => document.getElementById("compose-reply")?.click(),
    n: () => document.getElementById("compose-note")?.click(),
    e: withRow(can.toggleClosed),
    a: () => {
      const menu = document.getElementById("assign");
      menu?.focus();
      menu?.dispatchEvent(new globalThis.KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
    },
    m: withRow(can.take),
    x: () => selected && onChoose(selected),
    s: () => selected && ask("snooze"),
    t: () => selected && ask("tag"),
    i: () => selected && onDetails(),
  });
  return null;
}
