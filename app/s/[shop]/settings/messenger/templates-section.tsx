import { listTemplates } from "#lib/channels/messenger/templates/create-template";
import type { MemberActor } from "#lib/shops/actor";
import { TemplatesCard } from "./_parts/templates-card";

type Props = {
  actor: MemberActor;
  channelId: string;
  /** Said in the title where the shop has several Pages. */
  pageName?: string;
};

/** The card of one Page's utility templates. For owners and admins. */
export async function TemplatesSection({ actor, channelId, pageName }: Props) {
  const loaded = await listTemplates(actor, { channelId });
  return <TemplatesCard channelId={channelId} loaded={loaded} pageName={pageName} />;
}
