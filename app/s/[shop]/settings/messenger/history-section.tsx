import { loadImport } from "#lib/channels/messenger/history/control-import";
import type { MemberActor } from "#lib/shops/actor";
import { HistoryCard } from "./_parts/history-card";

type Props = {
  actor: MemberActor;
  channelId: string;
  /** Said in the title where the shop has several Pages. */
  pageName?: string;
};

/** The card of one Page's past conversations, as they are when the page is drawn. For owners and admins. */
export async function HistorySection({ actor, channelId, pageName }: Props) {
  const loaded = await loadImport(actor, { channelId });
  return <HistoryCard channelId={channelId} loaded={loaded} pageName={pageName} />;
}
