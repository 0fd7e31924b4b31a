import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { facebookLogins } from "#db/schema/messenger";
import { refused } from "#lib/core/errors";
import { log } from "#lib/core/log";
import { open } from "#lib/core/seal";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { GraphError } from "../graph";
import { examinePage } from "./examine-page";
import { askingFacebook } from "./facebook-refusal";
import { fetchMissed } from "./fetch-missed";
import { type Account, readAccounts } from "./graph-pages";
import { isAppSubscribed, subscribeApp, subscribePage } from "./graph-subscriptions";
import { readToken } from "./graph-tokens";
import type { ConnectPage } from "./input";
import { mayConnect, NEEDED_SCOPES } from "./scopes";
import { shopOfPage, storePage } from "./store-page";
import type { Trouble } from "./troubles";

export type ConnectedPage = { channelId: string; name: string; troubles: Trouble[] };

/**
 * Connects a Page the member may write for: keeps its token, subscribes both levels of the webhook and reads them
 * back. Refuses a Page of another shop, one without the needed tasks or scopes, and when Facebook refuses. What could
 * not be subscribed is a trouble of the connected Page, to be mended there. Owners and admins only.
 */
export async function connectPage(actor: MemberActor, input: ConnectPage): Promise<ConnectedPage> {
  requireRole(actor, "admin");
  return askingFacebook(async () => {
    const token = await loginToken(actor);
    if (!token) throw refused("facebook_login_ended");
    const account = (await readAccounts(token)).find(({ id }) => id === input.pageId);
    if (!account) throw refused("page_gone");
    return attachPage(actor, account);
  });
}

/** The member's own Facebook login: its user token, and the scopes she granted then; null when there is none. */
export async function findLogin(actor: MemberActor): Promise<{ token: string; scopes: string[] } | null> {
  const [login] = await inShop(actor.shopId, (tx) =>
    tx
      .select({ id: facebookLogins.id, sealedToken: facebookLogins.sealedToken, scopes: facebookLogins.scopes })
      .from(facebookLogins)
      .where(and(eq(facebookLogins.shopId, actor.shopId), eq(facebookLogins.memberId, actor.memberId))),
  );
  return login ? { token: open(login.sealedToken, `facebook_logins:${login.id}`), scopes: login.scopes } : null;
}

/** The user token of that login, or null when there is none. */
export async function loginToken(actor: MemberActor): Promise<string | null> {
  return (await findLogin(actor))?.token ?? null;
}

/**
 * Keeps a Page of the member's list and subscribes it; only then what was missed is fetched, so that nothing falls
 * between. Refuses as `connectPage` does.
 */
export async function attachPage(actor: MemberActor, account: Account): Promise<ConnectedPage> {
  const { id, name, token, tasks } = account;
  if (token === null || !mayConnect(tasks)) throw refused("page_task", { name });
  const facts = await readToken(token);
  if (!facts.valid) throw refused("facebook_login_ended");
  const missing = NEEDED_SCOPES.filter((scope) => !facts.scopes.includes(scope));
  if (missing.length > 0) throw refused("page_scopes", { name, scopes: missing.join(", ") });
  const holder = await shopOfPage(id);
  if (holder !== null && holder !== actor.shopId) throw refused("page_elsewhere", { name });
  const { channelId, unusedSince } = await storePage(actor, account, facts);
  await subscribe(id, token);
  if (unusedSince) await inShop(actor.shopId, (tx) => fetchMissed(tx, actor.shopId, channelId, unusedSince));
  return { channelId, name, troubles: await examinePage(actor.shopId, channelId, true) };
}

/** Subscribes both levels. What Facebook refuses here is found and said by the look at the Page that follows. */
export async function subscribe(pageId: string, token: string): Promise<void> {
  try {
    if (!(await isAppSubscribed())) await subscribeApp();
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    log.warn({ err: error }, "the app's webhook could not be subscribed");
  }
  try {
    await subscribePage(pageId, token);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    log.warn({ err: error }, "a Page could not be subscribed");
  }
}
