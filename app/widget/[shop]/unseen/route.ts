import { z } from "zod";
import { unseenPage } from "#lib/connect/unseen-page";
import { visitRoute } from "#lib/connect/visitor-route";
import { parseInput } from "#lib/http/outcome";

const Query = z.object({ origin: z.string().max(300).catch("") });

/** What the loader asks in a hidden frame, once the page of somebody who has a chat is idle. */
export const GET = visitRoute(async ({ request, shop, actor }) => {
  const { origin } = parseInput(Query, Object.fromEntries(new URL(request.url).searchParams));
  const { html, headers } = await unseenPage(shop, actor, origin);
  return new Response(html, { headers });
});
