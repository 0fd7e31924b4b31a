import type { Metadata } from "next";
import { listSavedReplies } from "#lib/conversations/list-saved-replies";
import { listTeam } from "#lib/shops/list-team";
import { getMessages } from "../../../../_i18n/server";
import { pageMember } from "../../page-member";
import { settingsSections } from "../_parts/settings-sections";
import { SettingsShell } from "../_parts/settings-shell";
import { SavedReplyList } from "./_parts/saved-reply-list";
import { changeSavedReplyAction, createSavedReplyAction, deleteSavedReplyAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).savedReplies.title };
}

export default async function SavedRepliesPage({ params }: { params: Promise<{ shop: string }> }) {
  const { shop: slug } = await params;
  const actor = await pageMember(slug, `/s/${slug}/settings/saved-replies`);
  const [messages, { replies }, people] = await Promise.all([getMessages(), listSavedReplies(actor), listTeam(actor)]);
  const members = people.members.map(({ id, name }) => ({ id, name }));
  const { team, savedReplies } = messages;
  const actions = {
    create: createSavedReplyAction.bind(null, slug),
    change: changeSavedReplyAction.bind(null, slug),
    remove: deleteSavedReplyAction.bind(null, slug),
  };
  return (
    <main id="content" className="flex min-h-0 min-w-0 flex-1">
      <SettingsShell
        title={team.settings}
        part={savedReplies.title}
        sections={settingsSections(actor, messages)}
        navLabel={team.settings}
      >
        <SavedReplyList replies={replies} members={members} actions={actions} />
      </SettingsShell>
    </main>
  );
}
