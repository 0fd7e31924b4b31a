import { z } from "zod";
import { plainPage } from "#lib/connect/plain-page";
import { answer } from "#lib/http/api-route";
import { clientAddress } from "#lib/http/client-address";
import { limit } from "#lib/http/limit";
import { parseInput } from "#lib/http/outcome";
import { loadShop } from "#lib/shops/load-shop";

type Context = { params: Promise<{ shop: string }> };

const Query = z.object({ locale: z.enum(["en", "fr"]).catch("en") });

/** What somebody without JavaScript sees in the place of the chat. */
export function GET(request: Request, context: Context): Promise<Response> {
  return answer(request, async () => {
    await limit("opens", clientAddress(request));
    const shop = await loadShop((await context.params).shop);
    const { locale } = parseInput(Query, Object.fromEntries(new URL(request.url).searchParams));
    const { html, headers } = await plainPage(shop, locale);
    return new Response(html, { headers });
  });
}
