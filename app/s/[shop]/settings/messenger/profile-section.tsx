import { loadProfile } from "#lib/channels/messenger/profile/save-profile";
import type { MemberActor } from "#lib/shops/actor";
import { getMessages } from "../../../../_i18n/server";
import { ProfileCard } from "./_parts/profile-card";

type Props = {
  actor: MemberActor;
  channelId: string;
  /** Whether the title says which Page it is: where the shop has several. */
  named?: boolean;
};

/** The card of one Page's Messenger profile. For owners and admins. */
export async function ProfileSection({ actor, channelId, named = false }: Props) {
  const [view, { messengerProfile }] = await Promise.all([loadProfile(actor, { channelId }), getMessages()]);
  return <ProfileCard slug={actor.shopSlug} view={view} named={named} texts={messengerProfile} />;
}
