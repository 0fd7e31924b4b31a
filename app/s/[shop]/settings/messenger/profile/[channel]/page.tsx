import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { OneChannel } from "#lib/channels/messenger/history/input";
import { loadProfile } from "#lib/channels/messenger/profile/save-profile";
import { parseInput } from "#lib/http/outcome";
import type { MemberActor } from "#lib/shops/actor";
import { getMessages } from "../../../../../../_i18n/server";
import { orNotFound } from "../../../../../../_shared/or-not-found";
import { findMember, pageMember } from "../../../../page-member";
import { settingsSections } from "../../../_parts/settings-sections";
import { SettingsShell } from "../../../_parts/settings-shell";
import { ProfileEditor } from "../../_parts/profile-editor";

type Props = { params: Promise<{ shop: string; channel: string }> };

const readProfile = cache(async (actor: MemberActor, channelId: string) =>
  loadProfile(actor, parseInput(OneChannel, { channelId })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shop, channel } = await params;
  const { messengerProfile: texts } = await getMessages();
  const actor = await findMember(shop);
  if (!actor || actor.role === "agent") return { title: texts.title };
  return { title: texts.pageTitle((await orNotFound(readProfile(actor, channel))).pageName) };
}

export default async function MessengerProfilePage({ params }: Props) {
  const { shop, channel } = await params;
  const actor = await pageMember(shop, `/s/${shop}/settings/messenger/profile/${channel}`);
  if (actor.role === "agent") notFound();
  const [messages, loaded] = await Promise.all([getMessages(), orNotFound(readProfile(actor, channel))]);
  const { team, messengerProfile: texts } = messages;
  return (
    <main id="content" className="flex min-h-0 min-w-0 flex-1">
      <SettingsShell
        title={team.settings}
        part={texts.of(loaded.pageName)}
        sections={settingsSections(actor, messages)}
        navLabel={team.settings}
      >
        <ProfileEditor loaded={loaded} />
      </SettingsShell>
    </main>
  );
}
