import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { messengerPages } from "#db/schema/messenger";
import { notFound } from "#lib/core/errors";
import { open } from "#lib/core/seal";

/** A Page as calls to the platform need it. `token` is null when there is none to use: it ended, or it was given up. */
export type OpenPage = typeof messengerPages.$inferSelect & {
  pageId: string;
  token: string | null;
  pausedAt: Date | null;
  disconnectedAt: Date | null;
};

/** What the token of a channel's Page is sealed for. */
export function pageTokenContext(channelId: string): string {
  return `messenger_pages:${channelId}`;
}

/** A channel's Page with its token opened, which must not leave the server. Absent and another shop's are refused alike. */
export async function pageOf(tx: Tx, shopId: string, channelId: string): Promise<OpenPage> {
  const [found] = await tx
    .select({ page: messengerPages, channel: channels })
    .from(messengerPages)
    .innerJoin(channels, and(eq(channels.shopId, messengerPages.shopId), eq(channels.id, messengerPages.channelId)))
    .where(and(eq(messengerPages.shopId, shopId), eq(messengerPages.channelId, channelId)));
  if (!found) throw notFound("channel");
  const { page, channel } = found;
  return {
    ...page,
    pageId: channel.externalId,
    token: page.sealedToken === null ? null : open(page.sealedToken, pageTokenContext(channelId)),
    pausedAt: channel.pausedAt,
    disconnectedAt: channel.disconnectedAt,
  };
}
