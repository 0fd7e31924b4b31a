import { StopOffers } from "#lib/connect/input";
import { stopOffers } from "#lib/connect/stop-offers";
import { sourceOf, visitorRoute } from "#lib/connect/visitor-route";
import { privateJson } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";

/** Stops offers, by the button under one, or undoes that. */
export const POST = visitorRoute(
  async ({ request, actor }) => {
    const input = parseInput(StopOffers, await readJson(request));
    return privateJson(await stopOffers(actor, { ...input, source: sourceOf(request) }));
  },
  { byMail: true },
);
