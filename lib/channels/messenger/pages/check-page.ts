import { inShop } from "#db/in-shop";
import { AppError } from "#lib/core/errors";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { GraphError } from "../graph";
import { pageOf } from "../page-of";
import { attachPage, loginToken, subscribe } from "./connect-page";
import { examinePage } from "./examine-page";
import { askingFacebook } from "./facebook-refusal";
import { readAccounts } from "./graph-pages";
import type { OnePage } from "./input";
import { queueCheck } from "./store-page";
import { isLost, needsLogin, type Trouble } from "./troubles";

/** Looks at a Page's health now. Owners and admins only. */
export async function checkPage(actor: MemberActor, input: OnePage): Promise<{ troubles: Trouble[] }> {
  requireRole(actor, "admin");
  return { troubles: await examinePage(actor.shopId, input.channelId, true) };
}

/**
 * The hourly look at one Page. It queues the next before it asks anything, so that none is lost; a disconnected Page
 * has no next. A webhook that Facebook ended, as it does when this server was away for an hour, is subscribed again.
 */
export async function checkPageAgain({ shopId, channelId }: { shopId: string; channelId: string }): Promise<void> {
  const page = await inShop(shopId, async (tx) => {
    const held = await pageOf(tx, shopId, channelId);
    if (!held.disconnectedAt) await queueCheck(tx, shopId, channelId);
    return held;
  });
  if (page.disconnectedAt) return;
  const found = await examinePage(shopId, channelId, false);
  if (page.token === null || found.some(needsLogin) || !found.some(isLost)) return;
  await subscribe(page.pageId, page.token);
  await examinePage(shopId, channelId, false);
}

/**
 * Mends a Page's connection: subscribes it again when its token is good; else takes a new token from the member's
 * Facebook login. `login` tells that only a new login with Facebook can mend it. Owners and admins only.
 */
export async function mendPage(actor: MemberActor, input: OnePage): Promise<{ login: boolean; troubles: Trouble[] }> {
  requireRole(actor, "admin");
  const { channelId } = input;
  const found = await examinePage(actor.shopId, channelId, true);
  if (found.some(needsLogin)) return mendByLogin(actor, channelId);
  const { token, pageId } = await inShop(actor.shopId, (tx) => pageOf(tx, actor.shopId, channelId));
  if (found.length === 0 || token === null) return { login: false, troubles: found };
  await askingFacebook(() => subscribe(pageId, token));
  return { login: false, troubles: await examinePage(actor.shopId, channelId, true) };
}

async function mendByLogin(actor: MemberActor, channelId: string): Promise<{ login: boolean; troubles: Trouble[] }> {
  const { pageId } = await inShop(actor.shopId, (tx) => pageOf(tx, actor.shopId, channelId));
  try {
    const token = await loginToken(actor);
    const account = token ? (await readAccounts(token)).find(({ id }) => id === pageId) : undefined;
    if (!account) return { login: true, troubles: [] };
    const { troubles } = await attachPage(actor, account);
    return { login: troubles.some(needsLogin), troubles };
  } catch (error) {
    if (error instanceof GraphError || error instanceof AppError) return { login: true, troubles: [] };
    throw error;
  }
}
