import type { Metadata } from "next";
import { listFields } from "#lib/contacts/fields/list-fields";
import { Banner } from "#ui/banner";
import { getMessages } from "../../../../_i18n/server";
import { pageMember } from "../../page-member";
import { settingsSections } from "../_parts/settings-sections";
import { SettingsShell } from "../_parts/settings-shell";
import { FieldsCard } from "./_parts/fields-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).fieldSettings.title };
}

export default async function FieldsPage({ params }: { params: Promise<{ shop: string }> }) {
  const { shop: slug } = await params;
  const actor = await pageMember(slug, `/s/${slug}/settings/fields`);
  const messages = await getMessages();
  const { team, fieldSettings } = messages;
  return (
    <main id="content" className="flex min-h-0 min-w-0 flex-1">
      <SettingsShell
        title={team.settings}
        part={fieldSettings.title}
        sections={settingsSections(actor, messages)}
        navLabel={team.settings}
      >
        {actor.role === "agent" ? (
          <Banner>{fieldSettings.ownersOnly}</Banner>
        ) : (
          <FieldsCard fields={await listFields(actor)} />
        )}
      </SettingsShell>
    </main>
  );
}
