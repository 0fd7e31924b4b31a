import { z } from "zod";
import { listMyContacts } from "#lib/connect/my-contacts";
import { answer } from "#lib/http/api-route";
import { parseInput } from "#lib/http/outcome";
import { requestContext } from "#lib/http/request";
import { requirePerson } from "#lib/http/session";
import { exportResponse } from "#lib/privacy/export/export-response";

const Query = z.strictObject({ as: z.enum(["json", "html"]).default("json") });

/** Hands over everything the shops hold of whoever is signed in. Reading it changes nothing. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const person = await requirePerson();
    const { as } = parseInput(Query, Object.fromEntries(new URL(request.url).searchParams));
    const mine = await listMyContacts(person);
    const { locale } = await requestContext();
    return exportResponse(
      mine.map((one) => ({ ...one, ownOnly: true })),
      as,
      locale,
      { name: person.name, email: person.email, picture: person.image },
    );
  });
}
