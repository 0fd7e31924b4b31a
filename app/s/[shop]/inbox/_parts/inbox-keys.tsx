"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { useShop } from "../../_parts/live-shop";
import type { Bulk } from "../triage/use-bulk";
import { useCommands } from "../use-commands";
import { useConversationActions } from "../use-conversation-actions";
import { useShortcuts } from "../use-shortcuts";
import { useInbox } from "./inbox-context";

function rowLink(id: string | undefined): HTMLElement | null {
  return id ? document.querySelector<HTMLElement>(`[data-conversation="${CSS.escape(id)}"]`) : null;
}

const press = (id: string) => document.getElementById(id)?.click();

/** As the arrow key opens the menu of the button that has the focus. Source: WAI-ARIA APG, Menu Button. */
function openMenu(id: string): void {
  const button = document.getElementById(id);
  button?.focus();
  button?.dispatchEvent(new globalThis.KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
}

/** Moves to the latest order where it is on screen; answers whether it is. */
function toLatestOrder(): boolean {
  const found = [...document.querySelectorAll<HTMLElement>("[data-latest-order]")].find((one) => one.checkVisibility());
  found?.scrollIntoView({ block: "nearest" });
  found?.focus();
  return found !== undefined;
}

type Props = {
  rows: readonly ConversationRow[];
  selected: string | null;
  bulk: Bulk;
  onDetails: () => void;
  /** Has the details on screen, beside the conversation or over it. */
  showDetails: () => void;
  onMore: () => void;
};

/** The keyboard of the inbox. It draws nothing. */
export function InboxKeys({ rows, selected, bulk, onDetails, showDetails, onMore }: Props) {
  const { threads, slug, memberId } = useShop();
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

  /** While conversations are selected, what is done is done to them: `many`; else to the open one. */
  const act = (one: () => void, many: () => void) => () => (bulk.chosen.length > 0 ? many() : one());
  function latestOrder() {
    if (!selected || toLatestOrder()) return;
    showDetails();
    requestAnimationFrame(toLatestOrder);
  }

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
    r: () => press("compose-reply"),
    n: () => press("compose-note"),
    e: act(withRow(can.toggleClosed), () => press("bulk-close")),
    a: act(
      () => openMenu("assign"),
      () => openMenu("bulk-assign"),
    ),
    m: act(withRow(can.take), () => bulk.apply({ kind: "assign", memberId })),
    x: () => selected && bulk.toggle(selected),
    s: act(
      () => selected && ask("snooze"),
      () => press("bulk-snooze"),
    ),
    t: act(
      () => selected && ask("tag"),
      () => press("bulk-tag"),
    ),
    i: () => selected && onDetails(),
    o: latestOrder,
    "mod+a": bulk.chooseAll,
  });
  return null;
}
