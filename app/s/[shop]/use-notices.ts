"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { isQuiet } from "#lib/shops/notices/quiet-times";
import { useMessages } from "../../_i18n/language";
import { serverNow } from "../../_i18n/use-instant";
import { useNoticeChoices } from "./_parts/notices-provider";
import { useTeamsOf } from "./_parts/teams-provider";
import type { ShopFeed } from "./shop-feed";
import { useNoticeChoice, useToldStill } from "./use-notice-choice";

/** A short soft note, made here: no file is fetched for it. */
function ring(): void {
  const audio = new AudioContext();
  const [tone, level] = [audio.createOscillator(), audio.createGain()];
  tone.frequency.value = 880;
  level.gain.setValueAtTime(0.12, audio.currentTime);
  level.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.4);
  tone.connect(level).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.4);
  tone.onended = () => audio.close().catch(() => undefined);
}

/**
 * Tells of shoppers' messages that come while nobody looks at this window: their number before the tab's title, and
 * where the member chose so, and not in her quiet times, a sound or a notice of the desktop. Looking ends it.
 */
export function useNotices(feed: ShopFeed, memberId: string): void {
  const teams = useTeamsOf(memberId);
  const { inbox } = useMessages();
  const [choice] = useNoticeChoice();
  const { quiet } = useNoticeChoices();
  useToldStill();
  const [missed, setMissed] = useState(0);
  const told = useRef(new Map<string, string>());

  const tell = useEffectEvent((row: ConversationRow) => {
    const at = row.lastContactAt;
    const before = told.current.get(row.id) ?? "";
    if (!at || at <= before) return;
    told.current.set(row.id, at);
    const fresh = row.unread > 0 && serverNow() - Date.parse(at) < 60_000;
    const { assignee, team } = row;
    const ours = team === null || teams.some(({ id }) => id === team.id);
    const mine = assignee ? assignee.memberId === memberId : ours;
    if (!fresh || !mine || document.visibilityState === "visible") return;
    setMissed((n) => n + 1);
    if (isQuiet(quiet, new Date(serverNow()))) return;
    if (choice === "sound") ring();
    if (choice === "desktop" && Notification.permission === "granted")
      new Notification(row.contact.name.trim() || inbox.visitor, { body: row.lastMessage?.preview ?? "", tag: row.id });
  });
  useEffect(() => {
    const rows = (changed: readonly ConversationRow[]) => {
      for (const row of changed) tell(row);
    };
    return feed.listen({ rows, tooMuch: () => undefined });
  }, [feed]);
  useEffect(() => {
    const look = () => document.visibilityState === "visible" && setMissed(0);
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  useEffect(() => {
    if (missed === 0) return;
    const plain = document.title.replace(/^\(\d+\) /, "");
    document.title = `(${missed}) ${plain}`;
    return () => {
      document.title = document.title.replace(/^\(\d+\) /, "");
    };
  }, [missed]);
}
