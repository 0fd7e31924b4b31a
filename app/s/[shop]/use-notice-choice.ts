"use client";

import { useSyncExternalStore } from "react";
import { keepText, keptText } from "./kept-text";

export const NOTICE_CHOICES = ["silent", "sound", "desktop"] as const;
export type NoticeChoice = (typeof NOTICE_CHOICES)[number];

const KEY = "comptoir:notices";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const read = (): NoticeChoice => NOTICE_CHOICES.find((one) => one === keptText(KEY)) ?? "silent";

/** How this browser tells of messages that come while nobody looks. A notice of the desktop is asked for when it is chosen. */
export function useNoticeChoice(): [choice: NoticeChoice, choose: (choice: NoticeChoice) => Promise<void>] {
  const choice = useSyncExternalStore(subscribe, read, (): NoticeChoice => "silent");
  const choose = async (next: NoticeChoice) => {
    const allowed = next !== "desktop" || (await Notification.requestPermission()) === "granted";
    keepText(KEY, allowed ? next : "silent");
    for (const listener of listeners) listener();
  };
  return [choice, choose];
}
