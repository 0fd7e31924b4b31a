import type { Metadata } from "next";
import { requirePerson } from "#lib/http/session";
import { listSessions } from "#lib/shops/list-sessions";
import { listTeam } from "#lib/shops/list-team";
import { getMessages } from "../../../../_i18n/server";
import { pageMember } from "../../page-member";
import { settingsSections } from "../_parts/settings-sections";
import { SettingsShell } from "../_parts/settings-shell";
import { InviteDialog } from "./_parts/invite-dialog";
import { TeamSettings } from "./_parts/team-settings";
import {
  cancelInvitationAction,
  changeRoleAction,
  endSessionAction,
  inviteMemberAction,
  removeMemberAction,
  signOutEverywhereAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).team.pageTitle };
}

export default async function TeamPage({ params }: { params: Promise<{ shop: string }> }) {
  const { shop: slug } = await params;
  const actor = await pageMember(slug, `/s/${slug}/settings/team`);
  const [messages, people, sessions] = await Promise.all([
    getMessages(),
    listTeam(actor),
    listSessions(await requirePerson()),
  ]);
  const { team } = messages;
  const actions = {
    invite: inviteMemberAction.bind(null, slug),
    cancelInvitation: cancelInvitationAction.bind(null, slug),
    changeRole: changeRoleAction.bind(null, slug),
    removeMember: removeMemberAction.bind(null, slug),
    endSession: endSessionAction,
    signOutEverywhere: signOutEverywhereAction,
  };
  return (
    <main id="content" className="flex min-h-0 min-w-0 flex-1">
      <SettingsShell
        title={team.settings}
        part={team.title}
        sections={settingsSections(actor, messages)}
        navLabel={team.settings}
        action={<InviteDialog yourRole={actor.role} invite={actions.invite} />}
      >
        <TeamSettings you={{ name: actor.name, role: actor.role }} {...people} sessions={sessions} actions={actions} />
      </SettingsShell>
    </main>
  );
}
