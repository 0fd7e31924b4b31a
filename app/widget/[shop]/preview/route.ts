import { z } from "zod";
import { chatPage } from "#lib/connect/chat-page";
import { previewWidget, SampleQuery } from "#lib/connect/widget/preview-widget";
import { answer, requireApiMember } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";

type Context = { params: Promise<{ shop: string }> };

const Theme = z.enum(["auto", "light", "dark"]).catch("auto");

/** The chat's page as the settings show it to an owner or admin: with a visit that never was, and nothing in it works. */
export function GET(request: Request, context: Context): Promise<Response> {
  return answer(request, async () => {
    const actor = await requireApiMember(request, (await context.params).shop);
    const { theme, ...rest } = Object.fromEntries(new URL(request.url).searchParams);
    const sample = parseInput(SampleQuery, rest);
    const { shop, visit } = await previewWidget(actor, sample);
    const query = { slug: shop.slug, byMail: false, locale: sample.locale, theme: Theme.parse(theme), origin: "" };
    const { html, headers } = chatPage(shop, query, visit);
    return new Response(html, { headers: { ...headers, "cache-control": "private, no-store" } });
  });
}
