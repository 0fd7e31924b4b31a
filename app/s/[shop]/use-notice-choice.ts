"use client";

import { keptChoice, useKept } from "./kept-choice";

const NOTICE_CHOICES = ["silent", "sound", "desktop"] as const;
export type NoticeChoice = (typeof NOTICE_CHOICES)[number];

const kept = keptChoice<NoticeChoice>("comptoir:notices", NOTICE_CHOICES, "silent");
const hasNotices = () => typeof Notification !== "undefined";

/** The ways that this browser knows. */
export function noticeChoices(): readonly NoticeChoice[] {
  return hasNotices() ? NOTICE_CHOICES : NOTICE_CHOICES.filter((one) => one !== "desktop");
}

/** How this browser tells of messages that come while nobody looks. A notice of the desktop is asked for when it is chosen. */
export function useNoticeChoice(): [choice: NoticeChoice, choose: (choice: NoticeChoice) => Promise<void>] {
  const [choice, keep] = useKept(kept);
  const choose = async (next: NoticeChoice) => {
    const allowed = next !== "desktop" || (hasNotices() && (await Notification.requestPermission()) === "granted");
    keep(allowed ? next : "silent");
  };
  return [choice, choose];
}
