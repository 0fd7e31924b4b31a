"use client";

import { CalendarClock, LogOut, Mail, MoonStar, Store } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ComponentProps, lazy, Suspense, useState } from "react";
import { LOCALE_NAMES, LOCALES } from "#lib/i18n/locales";
import { Menu, MenuChoices, MenuItem, MenuLabel, MenuLine } from "#ui/menu";
import { useMessages } from "../../../_i18n/language";
import { THEMES, type Theme } from "../../../_preferences/theme";
import { HandOverDialog } from "../availability/_parts/hand-over-dialog";
import { useAvailability } from "../availability/use-availability";
import { useSound } from "../sound";
import { noticeChoices, useNoticeChoice } from "../use-notice-choice";
import { useSingleKeys } from "../use-single-keys";
import { useShop } from "./live-shop";
import { useNoticeChoices } from "./notices-provider";
import type { OtherShop } from "./shop-switcher";
import { useOwnChoices } from "./use-own-choices";

const DigestDialog = lazy(() => import("../notices/_parts/digest-dialog"));
const QuietDialog = lazy(() => import("../notices/_parts/quiet-dialog"));

type Props = {
  trigger: ComponentProps<typeof Menu>["trigger"];
  theme: Theme;
  /** The other shops, where the switcher itself is not on screen. */
  shops?: readonly OtherShop[];
};

/** One's own menu: whether one is there, language, theme, keys, signing out. */
export function MemberMenu({ trigger, theme: remembered, shops = [] }: Props) {
  const { common, shop, inbox, teams, notices } = useMessages();
  const { slug, memberId } = useShop();
  const { locale, speak, theme, light, leave } = useOwnChoices(remembered);
  const router = useRouter();
  const [notice, chooseNotice] = useNoticeChoice();
  const [sound, chooseSound] = useSound();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const [handing, setHanding] = useState(false);
  const [asking, ask] = useState<"quiet" | "digest" | null>(null);
  const { mails } = useNoticeChoices();
  const availability = useAvailability(() => setHanding(true));

  return (
    <>
      {handing ? <HandOverDialog onClose={() => setHanding(false)} /> : null}
      <Suspense>
        {asking === "quiet" ? <QuietDialog onClose={() => ask(null)} /> : null}
        {asking === "digest" ? <DigestDialog onClose={() => ask(null)} /> : null}
      </Suspense>
      <Menu trigger={trigger} side="top">
        {shops.map((one) =>
          one.slug === slug ? null : (
            <MenuItem key={one.slug} icon={<Store size={16} />} onSelect={() => router.push(`/s/${one.slug}/inbox`)}>
              <bdi>{one.name}</bdi>
            </MenuItem>
          ),
        )}
        <MenuLabel>{teams.availability}</MenuLabel>
        <MenuChoices
          value={availability.value}
          onChange={(value) => value !== "hours" && availability.set(value === "away")}
          options={[
            { value: "available", label: teams.available },
            ...(availability.value === "hours" ? [{ value: "hours" as const, label: availability.words }] : []),
            { value: "away", label: teams.away },
          ]}
        />
        <MenuItem
          icon={<CalendarClock aria-hidden="true" size={16} />}
          onSelect={() => router.push(`/s/${slug}/settings/team/hours/${memberId}`)}
        >
          {teams.hours}
        </MenuItem>
        <MenuLabel>{common.language}</MenuLabel>
        <MenuChoices
          value={locale}
          onChange={speak}
          options={LOCALES.map((value) => ({ value, label: <span lang={value}>{LOCALE_NAMES[value]}</span> }))}
        />
        <MenuLabel>{common.theme}</MenuLabel>
        <MenuChoices
          value={theme}
          onChange={light}
          options={THEMES.map((value) => ({ value, label: common.themes[value] }))}
        />
        <MenuLabel>{inbox.notices.title}</MenuLabel>
        <MenuChoices
          value={notice}
          onChange={(value) => chooseNotice(value).catch(reportError)}
          options={noticeChoices().map((value) => ({ value, label: inbox.notices[value] }))}
        />
        <MenuLabel>{notices.sound}</MenuLabel>
        <MenuChoices
          value={sound}
          onChange={chooseSound}
          options={[
            { value: "on", label: common.yes },
            { value: "off", label: common.no },
          ]}
        />
        <MenuItem icon={<MoonStar size={16} />} onSelect={() => ask("quiet")}>
          {notices.quietOpen}
        </MenuItem>
        {mails ? (
          <MenuItem icon={<Mail size={16} />} onSelect={() => ask("digest")}>
            {notices.digestOpen}
          </MenuItem>
        ) : null}
        <MenuLabel>{inbox.shortcuts}</MenuLabel>
        <MenuChoices
          value={singleKeys ? "on" : "off"}
          onChange={(value) => setSingleKeys(value === "on")}
          options={[
            { value: "on", label: common.yes },
            { value: "off", label: common.no },
          ]}
        />
        <MenuLine />
        <MenuItem icon={<LogOut size={16} />} onSelect={leave}>
          {shop.signOut}
        </MenuItem>
      </Menu>
    </>
  );
}
