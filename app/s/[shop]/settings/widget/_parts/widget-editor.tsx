"use client";

import { ExternalLink } from "lucide-react";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import { useFormat } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { WidgetView } from "#lib/connect/widget/load-widget";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { ButtonLink } from "#ui/button-link";
import { SettingsShell } from "../../_parts/settings-shell";
import { AsksCard } from "./asks-card";
import { ButtonCard } from "./button-card";
import { HoursCard } from "./hours-card";
import { InstallCard } from "./install-card";
import { LookCard } from "./look-card";
import { Preview } from "./preview";
import { TextsCard } from "./texts-card";
import { useWidget } from "./use-widget";

type Props = {
  shell: Pick<ComponentProps<typeof SettingsShell>, "title" | "part" | "navLabel" | "sections">;
  loaded: WidgetView;
  /** Our own address, for the line a shop pastes. */
  home: string;
  /** The first name of whoever sets it up. */
  member: string;
};

/** A shop's page: `https`, but for a storefront on this machine. */
function shopAddress(domain: string, home: string): string {
  const { protocol, port } = new URL(home);
  const local = /(^|\.)localhost$/.test(domain);
  return local ? `${protocol}//${domain}${port ? `:${port}` : ""}` : `https://${domain}`;
}

/** Sets up the chat, with the chat itself beside it as it will be. */
export function WidgetEditor({ shell, loaded, home, member }: Props) {
  const { widgetSettings: texts } = useSettingsMessages();
  const controls = useWidget(loaded);
  const [locale, setLocale] = useState(useFormat().locale);
  const { saved, draft, dirty, problem, pending, publish } = controls;
  const [domain] = saved.draft.domains;
  const page = useRef<HTMLDivElement>(null);
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals === 0) return;
    const wrong = page.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else page.current?.scrollIntoView();
  }, [refusals]);
  return (
    <SettingsShell
      {...shell}
      action={
        <div className="flex flex-wrap items-center gap-2">
          <span role="status" className="text-ink-3 text-label">
            {dirty ? texts.unsaved : null}
          </span>
          {domain ? (
            <ButtonLink
              href={shopAddress(domain, home)}
              target="_blank"
              icon={<ExternalLink aria-hidden="true" size={16} />}
            >
              {texts.openShop}
            </ButtonLink>
          ) : null}
          <Button variant="primary" busy={pending} onClick={() => publish(() => setRefusals((n) => n + 1))}>
            {texts.publish}
          </Button>
        </div>
      }
    >
      <div ref={page} className="grid min-w-0 gap-4">
        {problem ? (
          <Banner
            tone="danger"
            role="alert"
            actions={
              problem.code === "refused" ? (
                <Button size="sm" onClick={() => location.reload()}>
                  {texts.theirs}
                </Button>
              ) : null
            }
          >
            {problem.message}
          </Banner>
        ) : null}
        <div className="grid items-start gap-4 pb-16 xl:grid-cols-[minmax(0,1fr)_25rem]">
          <div className="grid min-w-0 gap-4">
            <LookCard controls={controls} />
            <TextsCard controls={controls} locale={locale} onLocale={setLocale} />
            <AsksCard controls={controls} />
            <HoursCard controls={controls} />
            <InstallCard controls={controls} home={home} />
            <ButtonCard colour={draft.colour} {...{ locale, home, member }} />
          </div>
          <Preview draft={draft} locale={locale} />
        </div>
      </div>
    </SettingsShell>
  );
}
