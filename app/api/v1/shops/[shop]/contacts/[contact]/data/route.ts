import { z } from "zod";
import { answer, requireApiMember } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { requestContext } from "#lib/http/request";
import { exportResponse } from "#lib/privacy/export/export-response";
import { OneContactOf } from "#lib/privacy/input";
import { loadSubject } from "#lib/privacy/load-subject";

const Query = OneContactOf.extend({ as: z.enum(["json", "html"]).default("json") });
type Context = { params: Promise<{ shop: string; contact: string }> };

/** Hands over everything the shop holds of one contact, for a member to pass on to her. Reading it changes nothing. */
export function GET(request: Request, context: Context): Promise<Response> {
  return answer(request, async () => {
    const { shop, contact: contactId } = await context.params;
    const actor = await requireApiMember(request, shop);
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const { as, ...one } = parseInput(Query, { ...query, contactId });
    const subject = await loadSubject(actor, one);
    const { locale } = await requestContext();
    return exportResponse([subject], as, locale);
  });
}
