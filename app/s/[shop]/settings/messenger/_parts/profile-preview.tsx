"use client";

import { ExternalLink, Menu } from "lucide-react";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import { FIRST_NAME, PERMISSIONS_TITLE } from "#lib/channels/messenger/profile/limits";
import type { ProfileLocale, ProfileWords } from "#lib/channels/messenger/profile/profile";
import { Avatar } from "#ui/avatar";

type Props = { pageName: string; locale: ProfileLocale; words: ProfileWords; getStarted: boolean };

/** Each with its place as its key: two may say the same while they are being written. */
function inPlaces<T>(items: readonly T[]): [key: number, item: T][] {
  return [...items.entries()];
}

/** What somebody sees in Messenger before she writes, and the menu once it is opened. */
export function ProfilePreview({ pageName, locale, words, getStarted }: Props) {
  const { messengerProfile: texts } = useSettingsMessages();
  const hasMenu = getStarted || words.menu.length > 0;
  const greeting = words.greeting.replaceAll(FIRST_NAME, texts.firstName);
  return (
    <figure aria-label={texts.previewOf(pageName)} className="grid justify-items-center gap-2">
      <figcaption className="text-caption text-ink-3">{texts.preview}</figcaption>
      <div
        lang={locale}
        className="flex min-h-120 w-full max-w-75 flex-col gap-3 rounded-[28px] border-4 border-line-strong bg-surface p-4 text-body"
      >
        <div className="my-auto grid justify-items-center gap-2 py-4 text-center">
          <Avatar name={pageName} />
          <b className="wrap-anywhere">{pageName}</b>
          {greeting.trim() ? (
            <p className="wrap-anywhere whitespace-pre-wrap text-ink-2 text-label">{greeting}</p>
          ) : null}
        </div>
        {words.iceBreakers.length > 0 ? (
          <ul className="grid justify-items-center gap-1.5">
            {inPlaces(words.iceBreakers).map(([key, question]) => (
              <li
                key={key}
                className="wrap-anywhere max-w-full rounded-full bg-bubble-in px-3 py-1.5 font-label text-label"
              >
                {question || "…"}
              </li>
            ))}
          </ul>
        ) : null}
        {getStarted ? (
          <p className="rounded-md bg-msgr px-3 py-1.5 text-center font-label text-label text-on-msgr">
            {texts.startButton[locale]}
          </p>
        ) : null}
        {hasMenu ? (
          <ul aria-label={texts.previewMenu} className="overflow-hidden rounded-lg border border-line">
            {inPlaces(words.menu).map(([key, item]) => (
              <li key={key} className="flex items-center gap-2 border-line px-3 py-1.5 text-label not-first:border-t">
                <span className="wrap-anywhere min-w-0 flex-1">{item.title || "…"}</span>
                {item.kind === "web_url" ? <ExternalLink aria-hidden="true" size={14} className="text-ink-3" /> : null}
              </li>
            ))}
            <li className="border-line px-3 py-1.5 text-label not-first:border-t">{PERMISSIONS_TITLE[locale]}</li>
          </ul>
        ) : null}
        <p aria-hidden="true" className="flex items-center gap-2 text-ink-3 text-label">
          {hasMenu ? <Menu size={18} className="text-msgr" /> : null}
          <span className="flex-1 rounded-full bg-hover px-3 py-1">{texts.writeHere}</span>
        </p>
      </div>
    </figure>
  );
}
