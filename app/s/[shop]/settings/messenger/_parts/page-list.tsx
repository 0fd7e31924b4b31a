"use client";

import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { PageView } from "#lib/channels/messenger/pages/load-pages";
import type { PageActions } from "./page-actions";
import { PageCard } from "./page-card";

/** The shop's Pages, those in use first. */
export function PageList({ pages, actions }: { pages: readonly PageView[]; actions: PageActions }) {
  const { messengerSettings: texts } = useSettingsMessages();
  const inUse = (page: PageView) => page.state !== "disconnected";
  const sorted = [...pages.filter(inUse), ...pages.filter((page) => !inUse(page))];
  return (
    <section aria-labelledby="page-list" className="grid gap-3">
      <h2 id="page-list" className="sr-only">
        {texts.pages}
      </h2>
      {sorted.map((page) => (
        <PageCard key={page.channelId} page={page} actions={actions} />
      ))}
      <p className="text-caption text-ink-3">{texts.sealed}</p>
    </section>
  );
}
