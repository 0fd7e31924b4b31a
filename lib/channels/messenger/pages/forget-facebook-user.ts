import { and, eq, sql } from "drizzle-orm";
import { inShop, outsideShops, type Tx } from "#db/in-shop";
import { facebookLogins, messengerPages } from "#db/schema/messenger";
import { pageOf } from "../page-of";
import { endWebhook } from "./disconnect-page";
import { pausePage } from "./pause-page";

/**
 * Drops every token that a Facebook user gave us, in whatever shop: her logins and the tokens of the Pages she
 * connected. Those Pages are unsubscribed and their channels paused, so that what is queued waits. Twice is once.
 */
export async function forgetFacebookUser(userId: string): Promise<void> {
  const shops = await outsideShops((tx) =>
    tx.execute<{ id: string }>(sql`select entrance_shops_by_facebook_user(${userId}) as id`),
  );
  for (const { id } of shops) {
    const dropped = await inShop(id, (tx) => dropTokens(tx, id, userId));
    await Promise.all(dropped.map(({ pageId, token }) => endWebhook(pageId, token)));
  }
}

async function dropTokens(tx: Tx, shopId: string, userId: string): Promise<{ pageId: string; token: string }[]> {
  await tx
    .delete(facebookLogins)
    .where(and(eq(facebookLogins.shopId, shopId), eq(facebookLogins.facebookUserId, userId)));
  const hers = await tx
    .select({ channelId: messengerPages.channelId })
    .from(messengerPages)
    .where(and(eq(messengerPages.shopId, shopId), eq(messengerPages.facebookUserId, userId)))
    .for("update");
  const dropped = [];
  for (const { channelId } of hers) {
    const { pageId, token, disconnectedAt } = await pageOf(tx, shopId, channelId);
    await tx
      .update(messengerPages)
      .set({ sealedToken: null, facebookUserId: "", version: sql`${messengerPages.version} + 1` })
      .where(and(eq(messengerPages.shopId, shopId), eq(messengerPages.channelId, channelId)));
    if (!disconnectedAt) await pausePage(tx, { shopId, channelId, trouble: "app_removed" });
    if (token !== null) dropped.push({ pageId, token });
  }
  return dropped;
}
