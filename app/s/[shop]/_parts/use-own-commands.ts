"use client";

import { Bell, Languages, ListFilter, LogOut, SunMoon, Volume2, VolumeOff } from "lucide-react";
import { LOCALE_NAMES, LOCALES } from "#lib/i18n/locales";
import { useMessages } from "../../../_i18n/language";
import { THEMES } from "../../../_preferences/theme";
import type { Command } from "../commands";
import { useSound } from "../sound";
import { noticeChoices, useNoticeChoice } from "../use-notice-choice";
import { useOwnChoices } from "./use-own-choices";

/** What a member chooses for herself, as the palette lists it: what is not chosen already, a new view, and the way out. */
export function useOwnCommands(onNewView: () => void): readonly Command[] {
  const { common, inbox, notices, shop, views } = useMessages();
  const { locale, speak, theme, light, leave } = useOwnChoices();
  const [notice, chooseNotice] = useNoticeChoice();
  const [sound, chooseSound] = useSound();
  const own = (id: string, rest: Omit<Command, "id" | "group">): Command => ({ id, group: "own", ...rest });
  return [
    own("new view", { label: views.create, icon: ListFilter, run: onNewView }),
    ...LOCALES.filter((one) => one !== locale).map((one) =>
      own(`language ${one}`, {
        label: LOCALE_NAMES[one],
        hint: common.language,
        icon: Languages,
        run: () => speak(one),
      }),
    ),
    ...THEMES.filter((one) => one !== theme).map((one) =>
      own(`theme ${one}`, { label: common.themes[one], hint: common.theme, icon: SunMoon, run: () => light(one) }),
    ),
    ...noticeChoices()
      .filter((one) => one !== notice)
      .map((one) =>
        own(`notices ${one}`, {
          label: inbox.notices[one],
          hint: inbox.notices.title,
          icon: Bell,
          run: () => chooseNotice(one).catch(reportError),
        }),
      ),
    own("sound", {
      label: sound === "on" ? notices.soundOff : notices.soundOn,
      hint: notices.sound,
      icon: sound === "on" ? VolumeOff : Volume2,
      run: () => chooseSound(sound === "on" ? "off" : "on"),
    }),
    own("sign out", { label: shop.signOut, icon: LogOut, run: leave }),
  ];
}
