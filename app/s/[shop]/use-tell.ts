"use client";

import { isQuiet } from "#lib/shops/notices/quiet-times";
import { serverNow } from "../../_i18n/use-instant";
import { useNoticeChoices } from "./_parts/notices-provider";
import { ring, useSound } from "./sound";
import { useMissed } from "./use-missed";
import { useNoticeChoice } from "./use-notice-choice";

/** `title`, `body`: of the desktop's notice; `tag`: what a later one of the same conversation replaces. */
export type News = { title: string; body: string; tag: string };

export type Telling = {
  /** Whether the member is to be left alone now. */
  quiet: () => boolean;
  /** Counts what came while nobody looks at this window, and tells it as the member chose. Looked at, it does nothing. */
  away: (news: News) => void;
  /** The sound, where the member chose it. */
  sound: () => void;
};

/** The ways in which an open window tells a member of news: her settings and her quiet times decide. */
export function useTell(): Telling {
  const [choice] = useNoticeChoice();
  const [sounds] = useSound();
  const { quiet } = useNoticeChoices();
  const count = useMissed();
  const isLeftAlone = () => isQuiet(quiet, new Date(serverNow()));
  const sound = () => sounds === "on" && !isLeftAlone() && ring();
  return {
    quiet: isLeftAlone,
    sound,
    away({ title, body, tag }) {
      if (document.visibilityState === "visible") return;
      count();
      if (isLeftAlone()) return;
      sound();
      if (choice === "desktop" && Notification.permission === "granted") new Notification(title, { body, tag });
    },
  };
}
