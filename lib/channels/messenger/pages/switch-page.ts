import { and, eq, ne, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { messengerPages } from "#db/schema/messenger";
import { refused } from "#lib/core/errors";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { pageOf } from "../page-of";
import { channelChanged } from "./events";
import type { SwitchPage } from "./input";

/**
 * Says whether Meta granted the app the Human Agent feature, which no call tells: by it a member may answer by hand
 * up to seven days after the window. Owners and admins only.
 */
export async function setHumanAgent(actor: MemberActor, input: SwitchPage): Promise<{ on: boolean }> {
  return change(actor, input, { humanAgent: input.on });
}

/**
 * Turns Login Connect on or off: with it a storefront's Facebook login asks shoppers whether this Page may write
 * first. One Page of a shop does; turning it on ends it on the others. Owners and admins only.
 */
export async function setLoginConnect(actor: MemberActor, input: SwitchPage): Promise<{ on: boolean }> {
  return change(actor, input, { loginConnect: input.on });
}

/**
 * Says whether the receipt of an order goes by itself as the one message that an opt-in of Login Connect allows. Owners
 * and admins only.
 */
export async function setReceiptFirst(actor: MemberActor, input: SwitchPage): Promise<{ on: boolean }> {
  return change(actor, input, { receiptFirst: input.on });
}

type Change = Partial<Pick<typeof messengerPages.$inferInsert, "humanAgent" | "loginConnect" | "receiptFirst">>;

async function change(actor: MemberActor, { channelId, on }: SwitchPage, set: Change): Promise<{ on: boolean }> {
  requireRole(actor, "admin");
  const { shopId } = actor;
  return inShop(shopId, async (tx) => {
    if ((await pageOf(tx, shopId, channelId)).disconnectedAt) throw refused("page_disconnected");
    if (set.loginConnect)
      await tx
        .update(messengerPages)
        .set({ loginConnect: false })
        .where(and(eq(messengerPages.shopId, shopId), ne(messengerPages.channelId, channelId)));
    await tx
      .update(messengerPages)
      .set({ ...set, version: sql`${messengerPages.version} + 1` })
      .where(and(eq(messengerPages.shopId, shopId), eq(messengerPages.channelId, channelId)));
    await channelChanged.record(tx, shopId, { channelId });
    return { on };
  });
}
