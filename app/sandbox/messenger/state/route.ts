import { z } from "zod";
import { notFound } from "#lib/core/errors";
import { negotiateLocale } from "#lib/i18n/locales";
import { PersonId } from "#lib/sandbox/people/person";
import { door, parsed } from "../door";
import { chosenPerson, loadState } from "../load-state";

const Query = z.strictObject({
  as: PersonId,
  page: z.string().max(20).optional(),
  lang: z.string().max(10).optional(),
});

/** What the page shows now. */
export const GET = door(async (request) => {
  const query = parsed(Query.safeParse(Object.fromEntries(new URL(request.url).searchParams)));
  const person = await chosenPerson(query.as);
  if (!person) throw notFound("person");
  const language = negotiateLocale(request.headers.get("accept-language"), query.lang);
  const state = await loadState(person, query.page, language);
  return Response.json(state, { headers: { "cache-control": "private, no-store" } });
});
