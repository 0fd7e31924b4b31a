import { refused, unauthenticated } from "#lib/core/errors";
import { answer } from "#lib/http/api-route";
import { clientAddress } from "#lib/http/client-address";
import { readCookie } from "#lib/http/cookies";
import { type Limit, limit } from "#lib/http/limit";
import { requireSameOrigin } from "#lib/http/same-origin";
import type { VisitorActor } from "#lib/shops/actor";
import { loadShop, type ShopView } from "#lib/shops/load-shop";
import { readChatAddress, visitorCookie } from "./chat-address";
import { findVisitor, VISIT_LIFE_MS } from "./find-visitor";
import { requireOwnChat } from "./require-own-chat";

type Context = { params: Promise<{ shop: string }> };
type Visit = { request: Request; shop: ShopView; actor: VisitorActor | null };

/** The Set-Cookie that keeps a visitor's session in the iframe of a storefront (RFC 6265bis, CHIPS). */
export function setVisitorCookie(slug: string, token: string): string {
  return `${visitorCookie({ slug, byMail: false })}=${token}; Path=/; Max-Age=${VISIT_LIFE_MS / 1_000}; Secure; HttpOnly; SameSite=None; Partitioned`;
}

/** The Set-Cookie that ends a visitor's session on this browser. */
export function clearVisitorCookie(slug: string): string {
  return `${visitorCookie({ slug, byMail: false })}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=None; Partitioned`;
}

/** The visitor of the shop's own chat, or of the chat that a mail's link opened, whose cookie a request carries; or null. */
export async function visitorOf(
  request: Request,
  shop: Pick<ShopView, "id" | "slug">,
  byMail = false,
): Promise<VisitorActor | null> {
  const token = readCookie(request, visitorCookie({ slug: shop.slug, byMail }));
  const actor = token ? await findVisitor(shop, token) : null;
  return actor?.byMail === byMail ? actor : null;
}

/**
 * A route of the chat's API that also answers somebody who never wrote. A change must come from our own page. A browser
 * that has written may call it within `limitTo`; anybody else shares what her address may open. Nobody begins a chat at
 * the address of a mail's link: where its cookie is gone, the link is followed again.
 */
export function visitRoute(run: (visit: Visit) => Promise<Response>, limitTo: Limit = "visitor asks") {
  return (request: Request, context: Context): Promise<Response> =>
    answer(request, async () => {
      if (request.method !== "GET") requireSameOrigin(request);
      const { slug, byMail } = readChatAddress((await context.params).shop);
      const shop = await loadShop(slug);
      const actor = await visitorOf(request, shop, byMail);
      await (actor ? limit(limitTo, actor.visitorId) : limit("opens", clientAddress(request)));
      if (byMail && !actor) throw refused("answer_over");
      return run({ request, shop, actor });
    });
}

/**
 * A route of the chat's API for somebody who has written: the cookie gives the actor. A chat that was opened by the link
 * of a mail passes only where `byMail` says so: the link grants that conversation and nothing else. A browser may call
 * it within `limitTo`.
 */
export function visitorRoute(
  run: (visit: Visit & { actor: VisitorActor }) => Promise<Response>,
  { byMail = false, limitTo }: { byMail?: boolean; limitTo?: Limit } = {},
) {
  return visitRoute(async ({ actor, ...visit }) => {
    if (!actor) throw unauthenticated();
    if (!byMail) requireOwnChat(actor);
    return run({ ...visit, actor });
  }, limitTo);
}

/** The page of ours on which the shopper acted, for the ledger: the chat's own address, without its query. */
export function sourceOf(request: Request): string {
  const page = request.headers.get("referer") ?? request.url;
  return URL.canParse(page) ? new URL(page).origin + new URL(page).pathname : "";
}
