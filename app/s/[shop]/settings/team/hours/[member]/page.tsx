import type { Metadata } from "next";
import { parseInput } from "#lib/http/outcome";
import type { MemberActor } from "#lib/shops/actor";
import { OneMember } from "#lib/shops/input";
import { loadWorkingHours } from "#lib/shops/load-working-hours";
import { getMessages } from "../../../../../../_i18n/server";
import { orNotFound } from "../../../../../../_shared/or-not-found";
import { pageMember } from "../../../../page-member";
import { settingsSections } from "../../../_parts/settings-sections";
import { SettingsShell } from "../../../_parts/settings-shell";
import { HoursForm } from "./_parts/hours-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).workingHours.title };
}

type Props = { params: Promise<{ shop: string; member: string }> };

const readHours = async (actor: MemberActor, memberId: string) =>
  loadWorkingHours(actor, parseInput(OneMember, { memberId }));

/** When one member works: her own page, and for owners and admins everybody's. */
export default async function WorkingHoursPage({ params }: Props) {
  const { shop: slug, member } = await params;
  const actor = await pageMember(slug, `/s/${slug}/settings/team/hours/${member}`);
  const messages = await getMessages();
  const { team, workingHours: texts } = messages;
  const view = await orNotFound(readHours(actor, member));
  return (
    <main id="content" className="flex min-h-0 min-w-0 flex-1">
      <SettingsShell
        title={team.settings}
        part={texts.title}
        navLabel={team.settings}
        sections={settingsSections(actor, messages)}
      >
        <HoursForm key={view.memberId} view={view} />
      </SettingsShell>
    </main>
  );
}
