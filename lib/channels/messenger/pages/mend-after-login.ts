import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { messengerPages } from "#db/schema/messenger";
import { AppError } from "#lib/core/errors";
import { log } from "#lib/core/log";
import type { MemberActor } from "#lib/shops/actor";
import { GraphError } from "../graph";
import { attachPage } from "./connect-page";
import { readAccounts } from "./graph-pages";
import { needsLogin } from "./troubles";

/**
 * Gives new tokens to the shop's Pages that this login shows and that waited for one, or that the same Facebook user
 * connected before. A Page that cannot be reconnected stays as it is.
 */
export async function mendAfterLogin(actor: MemberActor, userToken: string, facebookUserId: string): Promise<void> {
  const waiting = await pagesWaiting(actor.shopId, facebookUserId);
  if (waiting.size === 0) return;
  try {
    for (const account of (await readAccounts(userToken)).filter(({ id }) => waiting.has(id)))
      await attachPage(actor, account);
  } catch (error) {
    if (!(error instanceof AppError || error instanceof GraphError || error instanceof z.ZodError)) throw error;
    log.warn({ err: error }, "a Page could not be reconnected after a login");
  }
}

async function pagesWaiting(shopId: string, facebookUserId: string): Promise<Set<string>> {
  const rows = await inShop(shopId, (tx) =>
    tx
      .select({ pageId: channels.externalId, troubles: messengerPages.troubles, userId: messengerPages.facebookUserId })
      .from(messengerPages)
      .innerJoin(channels, and(eq(channels.shopId, messengerPages.shopId), eq(channels.id, messengerPages.channelId)))
      .where(and(eq(messengerPages.shopId, shopId), isNull(channels.disconnectedAt))),
  );
  const waits = ({ troubles, userId }: (typeof rows)[number]) =>
    userId === facebookUserId || troubles.some(({ key }) => needsLogin(key));
  return new Set(rows.filter(waits).map(({ pageId }) => pageId));
}
