import { readJson } from "#lib/http/read-body";
import { Act } from "../act";
import { door, parsed } from "../door";
import { perform } from "../perform";
import { rememberPerson } from "../remember-person";

const LARGEST = 64 * 1024;

/** Does what somebody in front of the Messenger page does. */
export const POST = door(async (request) => {
  const act = parsed(Act.safeParse(await readJson(request, LARGEST)));
  if (act.act === "be")
    return new Response(null, { status: 204, headers: { "set-cookie": rememberPerson(act.personId) } });
  const done = await perform(act);
  if (act.act === "account" && done) return Response.json(done);
  return new Response(null, { status: 204 });
});
