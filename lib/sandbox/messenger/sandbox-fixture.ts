import { createHmac, randomInt } from "node:crypto";
import { database } from "#db/client";
import { sandboxPageSubscriptions, sandboxSubscriptions } from "#db/schema/sandbox-messenger";
import { env } from "#lib/core/env";
import { answerGraph } from "../graph/answer-graph";
import { PAGE_FIELDS } from "../graph/subscriptions";
import { answerDialog } from "../login/answer-dialog";
import { addPerson } from "../people/add-person";
import { addPage, givePageRole, TASKS, type Task } from "./pages";

export const PAGE_SCOPES = ["pages_show_list", "pages_messaging", "pages_manage_metadata", "pages_read_engagement"];
const redirect = () => `${env().PUBLIC_URL}/api/connect/facebook`;

type Json = Record<string, unknown>;
export type GraphAnswer = { status: number; body: Json & { error?: { code: number; error_subcode?: number } } };

/** Calls the sandbox's Graph API as a client would, with JSON when there is a body. */
export async function graph(
  path: string,
  token?: string,
  init: { method?: string; body?: Json; query?: Json } = {},
): Promise<GraphAnswer> {
  const query = Object.entries(init.query ?? {}).map(([name, value]) => [name, String(value)]);
  const request = new Request(`http://127.0.0.1/sandbox/graph/v25.0/${path}?${new URLSearchParams(query)}`, {
    method: init.method ?? (init.body ? "POST" : "GET"),
    headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(init.body ? { body: JSON.stringify(init.body) } : {}),
  });
  const answer = await answerGraph(request, ["v25.0", ...path.split("/")]);
  return { status: answer.status, body: await answer.json() };
}

/** A Page nobody has yet, and a person with these tasks on it. */
export async function makePage(tasks: readonly Task[] = TASKS) {
  const page = { id: `9${randomInt(1e12)}`, name: "Maison Pivoine", category: "Florist", followers: 8, hue: 150 };
  await addPage(page);
  const person = await addPerson({ name: "Léa Moreau", email: "lea@example.test" });
  await givePageRole({ personId: person.id, pageId: page.id, tasks });
  return { page, person };
}

/** Presses through both steps of the dialog as a person; answers the query of the address it leads back to. */
export async function login(personId: string, ticked: Json, asked: Json = {}): Promise<URLSearchParams> {
  const query = new URLSearchParams({
    client_id: env().FACEBOOK.clientId,
    redirect_uri: redirect(),
    state: "s",
    scope: PAGE_SCOPES.join(","),
    ...asked,
  }).toString();
  const fields = Object.fromEntries(Object.keys(ticked).map((name) => [name, "on"]));
  const answer = await answerDialog(
    new Request(`${env().PUBLIC_URL}/sandbox/dialog/oauth/answer`, {
      method: "POST",
      headers: { origin: new URL(env().PUBLIC_URL).origin },
      body: new URLSearchParams({ answer: "grant", person: personId, query, ...fields }),
    }),
  );
  return new URL(answer.headers.get("location") ?? "").searchParams;
}

const app = () => ({ client_id: env().FACEBOOK.clientId, client_secret: env().FACEBOOK.clientSecret });

/** A long-lived token of a person who ticked these boxes. */
export async function userToken(personId: string, ticked: Json, asked: Json = {}): Promise<string> {
  const code = (await login(personId, ticked, asked)).get("code") ?? "";
  const short = await graph("oauth/access_token", undefined, { query: { ...app(), redirect_uri: redirect(), code } });
  const long = { ...app(), grant_type: "fb_exchange_token", fb_exchange_token: short.body.access_token };
  return String((await graph("oauth/access_token", undefined, { query: long })).body.access_token);
}

/** Every box of the second step for one Page. */
export const everything = (pageId: string): Json =>
  Object.fromEntries([`page.${pageId}`, ...PAGE_SCOPES.map((scope) => `scope.${scope}`)].map((name) => [name, true]));

/** A Page whose token the app holds, and which it listens to. */
export async function connectPage(callbackUrl = `${env().PUBLIC_URL}/nowhere`) {
  const { page, person } = await makePage();
  const token = await userToken(person.id, everything(page.id));
  const { body } = await graph("me/accounts", token);
  const accounts = body.data as { id: string; access_token: string }[];
  const pageToken = accounts.find(({ id }) => id === page.id)?.access_token ?? "";
  const values = { object: "page", callbackUrl, verifyToken: "v", fields: PAGE_FIELDS };
  await database()
    .insert(sandboxSubscriptions)
    .values(values)
    .onConflictDoUpdate({ target: sandboxSubscriptions.object, set: values });
  await database()
    .insert(sandboxPageSubscriptions)
    .values({ pageId: page.id, appId: env().FACEBOOK.clientId, fields: PAGE_FIELDS });
  return { page, person, token, pageToken };
}

/** The proof of a token. */
export const proofOf = (token: string) => createHmac("sha256", env().FACEBOOK.clientSecret).update(token).digest("hex");
