import type { Metadata } from "next";
import { loadWidget } from "#lib/connect/widget/load-widget";
import { env } from "#lib/core/env";
import { firstName } from "#lib/shops/actor";
import { Banner } from "#ui/banner";
import { getMessages } from "../../../../_i18n/server";
import { pageMember } from "../../page-member";
import { settingsSections } from "../_parts/settings-sections";
import { SettingsShell } from "../_parts/settings-shell";
import { WidgetEditor } from "./_parts/widget-editor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).widgetSettings.pageTitle };
}

export default async function WidgetPage({ params }: { params: Promise<{ shop: string }> }) {
  const { shop: slug } = await params;
  const actor = await pageMember(slug, `/s/${slug}/settings/widget`);
  const messages = await getMessages();
  const { team, widgetSettings: texts } = messages;
  const shell = { title: team.settings, part: texts.title, navLabel: team.settings };
  const sections = settingsSections(actor, messages);
  if (actor.role === "agent")
    return (
      <main id="content" className="flex min-h-0 min-w-0 flex-1">
        <SettingsShell {...shell} sections={sections}>
          <Banner>{texts.ownersOnly}</Banner>
        </SettingsShell>
      </main>
    );
  return (
    <main id="content" className="flex min-h-0 min-w-0 flex-1">
      <WidgetEditor
        shell={{ ...shell, sections }}
        loaded={await loadWidget(actor)}
        home={env().PUBLIC_URL}
        member={firstName(actor.name)}
      />
    </main>
  );
}
