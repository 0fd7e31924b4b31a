"use client";

import { useRef, useState } from "react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { useShop } from "../_parts/live-shop";
import { firstNameOf, useName } from "../use-name";

/** An answer begun this short a time ago was written with what stands there in sight. */
const AT_ONCE_MS = 5_000;

type News = { by: "contact" | "member"; name: string; at: string };

/** What came into the conversation last from somebody else, or null. */
function useLatest(row: ConversationRow): News | null {
  const { memberName } = useShop();
  const name = useName()(row.contact);
  const last = row.lastMessage;
  if (!last || last.kind === "event" || last.kind === "note") return null;
  if (last.author === "contact") return { by: "contact", name: firstNameOf(name), at: last.at };
  if (last.author !== "member" || last.authorName === memberName) return null;
  return { by: "member", name: firstNameOf(last.authorName ?? ""), at: last.at };
}

/**
 * Whether somebody wrote while an answer was being written. The first try to send then says so instead of sending; the
 * second sends.
 */
export function useNews(row: ConversationRow) {
  const latest = useLatest(row);
  const [known, setKnown] = useState(latest?.at ?? "");
  const [told, setTold] = useState<News | null>(null);
  const begun = useRef(0);
  const isNew = latest !== null && latest.at > known;
  return {
    /** What was told and not yet acknowledged by sending. */
    told: told && isNew ? told : null,
    /** An answer is begun: what stands in the thread by now is known. */
    begin(before: string, next: string) {
      if (before.trim() !== "" || next.trim() === "") return;
      begun.current = performance.now();
      setKnown(latest?.at ?? "");
    },
    /** True when nothing is new, or what is new was told; else tells it. */
    seen(): boolean {
      const atOnce = performance.now() - begun.current < AT_ONCE_MS;
      if (!isNew || atOnce || told?.at === latest.at) {
        setKnown(latest?.at ?? "");
        setTold(null);
        return true;
      }
      setTold(latest);
      return false;
    },
  };
}
