"use client";

import { useEffect } from "react";
import { notify } from "#ui/toast";
import { useFormat, useMessages } from "../../_i18n/language";
import { canBeTold, stopTelling, tellDevice, tellDeviceStill } from "../../_push/device";
import { keptChoice, useKept } from "./kept-choice";

const NOTICE_CHOICES = ["silent", "desktop", "push"] as const;
type NoticeChoice = (typeof NOTICE_CHOICES)[number];

const kept = keptChoice<NoticeChoice>("comptoir:notices", NOTICE_CHOICES, "silent");

const knows: Record<NoticeChoice, () => boolean> = {
  silent: () => true,
  desktop: () => typeof Notification !== "undefined",
  push: canBeTold,
};

/** The ways that this browser knows. */
export function noticeChoices(): readonly NoticeChoice[] {
  return NOTICE_CHOICES.filter((one) => knows[one]());
}

/**
 * How this browser tells of messages that come while nobody looks. What needs leave is asked for when it is chosen; where
 * it is not given the choice stays as it was, and a notice says why.
 */
export function useNoticeChoice(): [choice: NoticeChoice, choose: (choice: NoticeChoice) => Promise<void>] {
  const [choice, keep] = useKept(kept);
  const { inbox } = useMessages();
  const { locale } = useFormat();
  const ask = async (next: NoticeChoice) => {
    if (next === "push") return tellDevice("shop", locale);
    if (next === "desktop") return (await Notification.requestPermission()) === "granted" ? "on" : "refused";
    return "on";
  };
  const choose = async (next: NoticeChoice) => {
    const outcome = await ask(next);
    if (outcome !== "on") return notify(inbox.notices[outcome], { outcome: "failed" });
    if (choice === "push" && next !== "push" && (await stopTelling("shop")) === "unreachable")
      return notify(inbox.notices.unreachable, { outcome: "failed" });
    keep(next);
  };
  return [choice, choose];
}

/** Has a browser where that was chosen go on telling, also after whoever uses it signed in anew. */
export function useToldStill(): void {
  const { locale } = useFormat();
  useEffect(() => void tellDeviceStill("shop", locale).catch(reportError), [locale]);
}
