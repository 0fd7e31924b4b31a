import { beginVisit } from "#lib/connect/begin-visit";
import { Locale, StartVisit } from "#lib/connect/input";
import { emptyVisit, loadVisit } from "#lib/connect/load-visit";
import { setVisitorCookie, visitRoute } from "#lib/connect/visitor-route";
import { privateJson } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";

export const GET = visitRoute(async ({ request, shop, actor }) => {
  const locale = parseInput(Locale, new URL(request.url).searchParams.get("locale") ?? "en");
  return privateJson(actor ? await loadVisit(shop, actor, locale) : await emptyVisit(shop, locale));
});

export const POST = visitRoute(async ({ request, shop, actor }) => {
  const input = parseInput(StartVisit, await readJson(request));
  if (actor) return privateJson(await loadVisit(shop, actor, input.locale));
  const started = await beginVisit(request, shop, input);
  const response = privateJson(await loadVisit(shop, started.actor, input.locale), 201);
  response.headers.append("set-cookie", setVisitorCookie(shop.slug, started.token));
  return response;
});
