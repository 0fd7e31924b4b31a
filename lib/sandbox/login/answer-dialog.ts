import { z } from "zod";
import { env } from "#lib/core/env";
import { addPerson } from "../people/add-person";
import { findPerson } from "../people/list-people";
import { NewPerson, PersonId } from "../people/person";
import { readForm } from "../read-form";
import { authorizeCode } from "./authorize-code";
import { addressRefused, addressWith } from "./dialog-answer";
import { type DialogAnswer, type DialogRequest, queryRecord, readDialogRequest } from "./dialog-request";
import { keepGrant, type Ticked, whatToAsk } from "./grant";
import { issueToken } from "./issue-token";

const query = z.string().max(10_000);

const Answer = z.discriminatedUnion("answer", [
  z.strictObject({ answer: z.literal("cancel"), query }),
  z.strictObject({ answer: z.literal("person"), query, person: PersonId }),
  z.strictObject({ answer: z.literal("new"), query, ...NewPerson.shape }),
  // Its boxes are named `scope.<scope>` and `page.<id>`: what is not ticked is not sent.
  z.object({ answer: z.literal("grant"), query, person: PersonId }).catchall(z.string().max(10)),
]);

const goTo = (location: string) =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });

async function personOf(answer: Exclude<z.output<typeof Answer>, { answer: "cancel" }>) {
  return answer.answer === "new" ? addPerson(answer) : findPerson(answer.person);
}

function tickedIn(form: Record<string, string>): Ticked {
  const under = (prefix: string) =>
    Object.keys(form)
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length));
  const scopes = under("scope.");
  return { scopes, pages: under("page."), contact: scopes.includes("user_messenger_contact") };
}

/** The second step of the dialog, as this person. */
function secondStep(query: string, personId: string): string {
  const parameters = new URLSearchParams(query);
  parameters.set("as", personId);
  return `${env().FACEBOOK.dialogUrl}?${parameters}`;
}

async function afterAnswer(answer: z.output<typeof Answer>, request: DialogRequest): Promise<string | undefined> {
  if (answer.answer === "cancel") return addressRefused(request);
  const person = await personOf(answer);
  if (!person) return undefined;
  const { scopes, contactPage } = await whatToAsk(request, person.id);
  if (answer.answer !== "grant" && (scopes.length > 0 || contactPage)) return secondStep(answer.query, person.id);
  const grant = await keepGrant(request, person.id, answer.answer === "grant" ? tickedIn(answer) : null);
  const wants = (one: DialogAnswer) => request.answers.includes(one);
  const code = wants("code") ? await authorizeCode(request, person.id, grant) : null;
  const token = wants("token") ? await issueToken(request, person.id, grant) : null;
  return addressWith(request, { code, token, grant });
}

/**
 * Answers the POST of the login dialog. The dialog's query travels in the form and is checked again here. What is not
 * in order leads back to the dialog, which says so; only a checked request ever leads to its redirect_uri. A form of
 * another origin is refused.
 */
export async function answerDialog(posted: Request): Promise<Response> {
  if (posted.headers.get("origin") !== new URL(env().PUBLIC_URL).origin)
    return new Response("Forbidden", { status: 403 });
  const form = (await readForm(posted)) ?? {};
  const parameters = new URLSearchParams(form.query);
  const outcome = readDialogRequest(queryRecord(parameters.toString()));
  const answer = Answer.safeParse(form);
  const location = outcome.ok && answer.success ? await afterAnswer(answer.data, outcome.request) : undefined;
  if (location !== undefined) return goTo(location);
  parameters.set("problem", "answer");
  return goTo(`${env().FACEBOOK.dialogUrl}?${parameters}`);
}
