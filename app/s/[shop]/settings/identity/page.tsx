import type { Metadata } from "next";
import { loadIdentitySettings } from "#lib/connect/load-identity-settings";
import { Banner } from "#ui/banner";
import { getMessages } from "../../../../_i18n/server";
import { pageMember } from "../../page-member";
import { settingsSections } from "../_parts/settings-sections";
import { SettingsShell } from "../_parts/settings-shell";
import { IdentityKeys } from "./_parts/identity-keys";
import { Snippets } from "./_parts/snippets";
import { createIdentityKeyAction, endIdentityKeyAction, enforceIdentityAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).identitySettings.title };
}

/** How a shop's own server says who is logged in at its site. */
export default async function IdentityPage({ params }: { params: Promise<{ shop: string }> }) {
  const { shop: slug } = await params;
  const actor = await pageMember(slug, `/s/${slug}/settings/identity`);
  const messages = await getMessages();
  const { team, identitySettings: texts, messengerSettings } = messages;
  const shell = { title: team.settings, part: texts.title, navLabel: team.settings };
  const sections = settingsSections(actor, messages);
  const settings = actor.role === "agent" ? null : await loadIdentitySettings(actor);
  return (
    <main id="content" className="flex min-h-0 min-w-0 flex-1">
      <SettingsShell {...shell} sections={sections}>
        {settings ? (
          <>
            <IdentityKeys
              settings={settings}
              create={createIdentityKeyAction.bind(null, slug, {})}
              end={endIdentityKeyAction.bind(null, slug)}
              enforce={enforceIdentityAction.bind(null, slug)}
            />
            <Snippets shop={slug} keyId={settings.keys.at(-1)?.id ?? null} />
          </>
        ) : (
          <Banner>{messengerSettings.ownersOnly}</Banner>
        )}
      </SettingsShell>
    </main>
  );
}
