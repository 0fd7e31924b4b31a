import { z } from "zod";
import { readChatAddress } from "#lib/connect/chat-address";
import { chatPage } from "#lib/connect/chat-page";
import { seeWidget } from "#lib/connect/widget/see-widget";
import { answer } from "#lib/http/api-route";
import { clientAddress } from "#lib/http/client-address";
import { limit } from "#lib/http/limit";
import { parseInput } from "#lib/http/outcome";
import { LOCALES, negotiateLocale } from "#lib/i18n/locales";
import { loadShop } from "#lib/shops/load-shop";

type Context = { params: Promise<{ shop: string }> };

const Query = z.object({
  locale: z.enum(LOCALES).optional().catch(undefined),
  theme: z.enum(["auto", "light", "dark"]).catch("auto"),
  origin: z.string().max(300).catch(""),
});

/** The page inside a storefront's iframe: plain HTML with our two files, allowed only on the shop's own domains. */
export function GET(request: Request, context: Context): Promise<Response> {
  return answer(request, async () => {
    await limit("opens", clientAddress(request));
    const chat = readChatAddress((await context.params).shop);
    const shop = await loadShop(chat.slug);
    const query = parseInput(Query, Object.fromEntries(new URL(request.url).searchParams));
    const locale = query.locale ?? negotiateLocale(request.headers.get("accept-language"));
    await seeWidget(shop, request.headers);
    const { html, headers } = chatPage(shop, { ...query, locale, ...chat });
    return new Response(html, { headers });
  });
}
