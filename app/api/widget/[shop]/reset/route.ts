import { z } from "zod";
import { endVisit } from "#lib/connect/end-visit";
import { Locale } from "#lib/connect/input";
import { emptyVisit } from "#lib/connect/load-visit";
import { clearVisitorCookie, visitRoute } from "#lib/connect/visitor-route";
import { privateJson } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";

const Reset = z.strictObject({ locale: Locale });

export const POST = visitRoute(async ({ request, shop, actor }) => {
  const { locale } = parseInput(Reset, await readJson(request));
  if (actor) await endVisit(actor);
  const response = privateJson(await emptyVisit(shop, locale));
  response.headers.append("set-cookie", clearVisitorCookie(shop.slug));
  return response;
});
