import type { Metadata } from "next";
import { z } from "zod";
import { requirePerson } from "#lib/http/session";
import { listActs } from "#lib/shops/list-acts";
import { listSessions } from "#lib/shops/list-sessions";
import { listTeam } from "#lib/shops/list-team";
import { loadShop } from "#lib/shops/load-shop";
import { getFormat, getMessages } from "../../../../_i18n/server";
import { orNotFound } from "../../../../_shared/or-not-found";
import { pageMember } from "../../page-member";
import { settingsSections } from "../_parts/settings-sections";
import { SettingsShell } from "../_parts/settings-shell";
import { InviteDialog } from "./_parts/invite-dialog";
import { SecurityLog } from "./_parts/security-log";
import { TeamSettings } from "./_parts/team-settings";
import {
  cancelInvitationAction,
  changeRoleAction,
  endSessionAction,
  inviteMemberAction,
  removeMemberAction,
  signOutEverywhereAction,
} from "./actions";
import { TeamsCard } from "./teams/_parts/teams-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).team.pageTitle };
}

/** `log`: the place in the security log whose earlier entries are shown. */
const Query = z.object({ log: z.string().max(200).optional().catch(undefined) });

type Props = { params: Promise<{ shop: string }>; searchParams: Promise<Record<string, unknown>> };

export default async function TeamPage({ params, searchParams }: Props) {
  const { shop: slug } = await params;
  const { log } = Query.parse(await searchParams);
  const actor = await pageMember(slug, `/s/${slug}/settings/team`);
  const [messages, people, sessions] = await Promise.all([
    getMessages(),
    listTeam(actor),
    listSessions(await requirePerson()),
  ]);
  const { team, securityLog } = messages;
  const past = actor.role === "owner" ? await orNotFound(listActs(actor, log ? { cursor: log } : {})) : null;
  const here = `/s/${slug}/settings/team`;
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
        <TeamSettings you={{ name: actor.name, role: actor.role }} {...people} sessions={sessions} actions={actions}>
          <TeamsCard members={people.members} />
        </TeamSettings>
        {past ? (
          <SecurityLog
            acts={past.acts}
            earlier={past.next && `${here}?log=${past.next}#security-log`}
            latest={log ? `${here}#security-log` : null}
            texts={securityLog}
            format={await getFormat((await loadShop(slug)).timeZone)}
          />
        ) : null}
      </SettingsShell>
    </main>
  );
}
