import { TellAttributes } from "#lib/connect/attributes/input";
import { tellAttributes } from "#lib/connect/attributes/tell-attributes";
import { visitorRoute } from "#lib/connect/visitor-route";
import { parseInput } from "#lib/http/outcome";
import { readJson } from "#lib/http/read-body";

/** Keeps what the storefront's page says of whoever chats on it. */
export const POST = visitorRoute(async ({ request, actor }) => {
  await tellAttributes(actor, parseInput(TellAttributes, await readJson(request)));
  return new Response(null, { status: 204 });
});
