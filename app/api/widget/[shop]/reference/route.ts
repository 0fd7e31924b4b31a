import { makeReference } from "#lib/connect/reference";
import { visitRoute } from "#lib/connect/visitor-route";
import { privateJson } from "#lib/http/api-route";

export const GET = visitRoute(async ({ actor }) =>
  privateJson({ reference: actor && !actor.byMail ? makeReference(actor) : null }),
);
