import type { Metadata } from "next";
import { loadTimes } from "#lib/privacy/retention/count-over";
import { Banner } from "#ui/banner";
import { getMessages } from "../../../../_i18n/server";
import { pageMember } from "../../page-member";
import { settingsSections } from "../_parts/settings-sections";
import { SettingsShell } from "../_parts/settings-shell";
import { TimesCard } from "./_parts/times-card";
import { countOverAction, saveTimesAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).keptTimes.title };
}

/** For how long the shop keeps what; an owner chooses. */
export default async function RetentionPage({ params }: { params: Promise<{ shop: string }> }) {
  const { shop: slug } = await params;
  const actor = await pageMember(slug, `/s/${slug}/settings/retention`);
  const messages = await getMessages();
  const { team, keptTimes: texts } = messages;
  const times = actor.role === "owner" ? await loadTimes(actor) : null;
  return (
    <main id="content" className="flex min-h-0 min-w-0 flex-1">
      <SettingsShell
        title={team.settings}
        part={texts.title}
        navLabel={team.settings}
        sections={settingsSections(actor, messages)}
      >
        {times ? (
          <TimesCard times={times} count={countOverAction.bind(null, slug)} save={saveTimesAction.bind(null, slug)} />
        ) : (
          <Banner>{texts.ownersOnly}</Banner>
        )}
      </SettingsShell>
    </main>
  );
}
