import { createHmac, randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ask } from "./raw";

/** The florist's Page of the seed, and its owner's id on the platform. */
export const PAGE = "1000000000001";
const LEA = "10001";
const HER_PAGES = [1, 2, 3, 4, 5].map((n) => String(1_000_000_000_000 + n));
const SCOPES = [
  "pages_show_list",
  "pages_messaging",
  "pages_manage_metadata",
  "pages_read_engagement",
  "page_utility_messaging",
];
const CLIENT = "100000000000001";
const GRAPH = "/sandbox/graph/v25.0";

const Secrets = z.object({ sandboxClientSecret: z.string() });
const Token = z.object({ access_token: z.string() });
const Accounts = z.object({ data: z.array(z.object({ id: z.string(), access_token: z.string() })) });
const Participants = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });
const Conversations = z.object({ data: z.array(z.object({ participants: Participants })) });

async function get<T>(url: string, path: string, query: Record<string, string>, schema: z.ZodType<T>): Promise<T> {
  const { body } = await ask(url, `${GRAPH}/${path}?${new URLSearchParams(query)}`);
  return schema.parse(JSON.parse(body));
}

/** The florist's Page token, got as any app gets one: through the dialog as its owner, everything ticked as in the seed. */
export async function pageToken(url: string, folder: string): Promise<string> {
  const { sandboxClientSecret } = Secrets.parse(JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8")));
  const redirect = `${url}/api/connect/facebook`;
  const query = new URLSearchParams({
    client_id: CLIENT,
    redirect_uri: redirect,
    state: "e2e",
    scope: SCOPES.join(","),
  });
  const ticked = [...SCOPES.map((scope) => `scope.${scope}`), ...HER_PAGES.map((id) => `page.${id}`)];
  const form = new URLSearchParams({ answer: "grant", person: LEA, query: query.toString() });
  for (const name of ticked) form.set(name, "on");
  const { headers } = await ask(url, "/sandbox/dialog/oauth/answer", {
    method: "POST",
    headers: { origin: url, "content-type": "application/x-www-form-urlencoded" },
    body: form.toString(),
  });
  const code = new URL(headers.location ?? "").searchParams.get("code") ?? "";
  const exchange = { client_id: CLIENT, client_secret: sandboxClientSecret, redirect_uri: redirect, code };
  const { access_token } = await get(url, "oauth/access_token", exchange, Token);
  const { data } = await get(url, "me/accounts", { access_token }, Accounts);
  const found = data.find(({ id }) => id === PAGE);
  if (!found) throw new Error("the seed's owner has no such Page");
  return found.access_token;
}

/** How the Page knows somebody who wrote to it. */
export async function psidOf(url: string, token: string, name: string): Promise<string> {
  const query = { access_token: token, fields: "participants" };
  const { data } = await get(url, `${PAGE}/conversations`, query, Conversations);
  const people = data.flatMap(({ participants }) => participants.data);
  const found = people.find((person) => person.name === name);
  if (!found) throw new Error(`${name} has not written to the Page`);
  return found.id;
}

/** Sends a message as the Page, past Comptoir, as its own inbox or another app would. */
export async function sendAsPage(url: string, token: string, psid: string, message: unknown): Promise<void> {
  const { status, body } = await ask(url, `${GRAPH}/${PAGE}/messages`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ recipient: { id: psid }, messaging_type: "RESPONSE", message }),
  });
  if (status !== 200) throw new Error(`the Send API answered ${status} ${body}`);
}

/** Tells, signed as Facebook signs, that somebody unknown wrote `text` to the Page then. */
export async function tellOfMessage(url: string, folder: string, text: string, at: Date): Promise<void> {
  const { sandboxClientSecret } = Secrets.parse(JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8")));
  const message = { mid: `m_${crypto.randomUUID()}`, text };
  const sender = { id: String(randomInt(1e14, 2e14)) };
  const item = { sender, recipient: { id: PAGE }, timestamp: at.getTime(), message };
  const body = JSON.stringify({ object: "page", entry: [{ id: PAGE, time: at.getTime(), messaging: [item] }] });
  const signature = createHmac("sha256", sandboxClientSecret).update(body).digest("hex");
  const { status } = await ask(url, "/api/hooks/messenger", {
    method: "POST",
    headers: { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}` },
    body,
  });
  if (status !== 200) throw new Error(`the webhook answered ${status}`);
}
