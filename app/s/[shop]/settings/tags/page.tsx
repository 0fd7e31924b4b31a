import type { Metadata } from "next";
import { Banner } from "#ui/banner";
import { getMessages } from "../../../../_i18n/server";
import { pageMember } from "../../page-member";
import { settingsSections } from "../_parts/settings-sections";
import { SettingsShell } from "../_parts/settings-shell";
import { TagsCard } from "./_parts/tags-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).tagSettings.pageTitle };
}

export default async function TagsPage({ params }: { params: Promise<{ shop: string }> }) {
  const { shop: slug } = await params;
  const actor = await pageMember(slug, `/s/${slug}/settings/tags`);
  const messages = await getMessages();
  const { team, tagSettings } = messages;
  return (
    <main id="content" className="flex min-h-0 min-w-0 flex-1">
      <SettingsShell
        title={team.settings}
        part={tagSettings.title}
        sections={settingsSections(actor, messages)}
        navLabel={team.settings}
      >
        {actor.role === "agent" ? <Banner>{tagSettings.ownersOnly}</Banner> : <TagsCard />}
      </SettingsShell>
    </main>
  );
}
