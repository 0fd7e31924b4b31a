import { readCookie } from "#lib/http/cookies";
import { negotiateLocale } from "#lib/i18n/locales";
import { gated } from "#lib/sandbox/gate";
import { readBasket } from "#lib/sandbox/storefront/basket";
import { readCustomer } from "#lib/sandbox/storefront/customer";
import { storefrontMessages } from "#lib/sandbox/storefront/messages";
import { type Serve, serveStorefront } from "#lib/sandbox/storefront/serve";

type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> };

/** A route of the demo storefront: who visits is read from the request, in the language of `?lang=`, a cookie or the browser. */
export function door(serve: Serve) {
  return gated(async (request: Request, { params }: Context) => {
    const { order } = (await params) ?? {};
    const id = typeof order === "string" ? order : "";
    const chosen = new URL(request.url).searchParams.get("lang") ?? readCookie(request, "lang");
    const locale = negotiateLocale(request.headers.get("accept-language"), chosen);
    const basket = readBasket(readCookie(request, "basket"));
    const customer = readCustomer(readCookie(request, "customer"));
    return serveStorefront({ locale, words: storefrontMessages(locale), basket, customer }, request, id, serve);
  });
}
