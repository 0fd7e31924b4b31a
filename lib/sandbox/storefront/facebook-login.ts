import { createHash, createHmac } from "node:crypto";
import { z } from "zod";
import { env } from "#lib/core/env";
import { invalid } from "#lib/core/errors";
import { guardedFetch } from "#lib/core/outbound";
import { parseJson } from "#lib/core/parse-json";
import type { Customer, Pending } from "./customer";
import { STOREFRONT_PAGE, storefrontOrigin } from "./origin";

const CONTACT = "user_messenger_contact";

const Token = z.object({ access_token: z.string() });
const Me = z.object({ id: z.string(), name: z.string(), email: z.string().optional() });
const Granted = z.object({ data: z.array(z.object({ permission: z.string(), status: z.string() })) });
const Debugged = z.object({
  data: z.object({
    granular_scopes: z.array(z.object({ scope: z.string(), target_ids: z.array(z.string()).optional() })).optional(),
  }),
});

/** Where Facebook sends the browser back to. */
export const loginRedirect = () => `${storefrontOrigin()}/login/answer`;

/**
 * The login dialog's address. It asks for the name, the e-mail, and whether the shop's Page may write to her in
 * Messenger; `reset_messenger_state` shows that again to whoever answered before. Source: Messenger reference §1.7.
 */
export function loginAddress({ state, verifier }: Pick<Pending, "state" | "verifier">): string {
  const url = new URL(env().FACEBOOK.dialogUrl);
  const asked = {
    client_id: env().FACEBOOK.clientId,
    redirect_uri: loginRedirect(),
    response_type: "code",
    scope: `public_profile,email,${CONTACT}`,
    messenger_page_id: STOREFRONT_PAGE,
    reset_messenger_state: "1",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    state,
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url.href;
}

async function ask<T>(path: string, query: Record<string, string>, shape: z.ZodType<T>): Promise<T> {
  const { graphUrl } = env().FACEBOOK;
  const answer = await guardedFetch(`${graphUrl}/${env().GRAPH_VERSION}/${path}?${new URLSearchParams(query)}`);
  const parsed = answer.status === 200 ? shape.safeParse(parseJson(answer.body)) : null;
  if (!parsed?.success) throw invalid("login");
  return parsed.data;
}

const proofOf = (token: string) => createHmac("sha256", env().FACEBOOK.clientSecret).update(token).digest("hex");

/**
 * Who logged in, and whether she opted in: not what was asked, but what the granted scopes say of this Page. Throws
 * `invalid` when Facebook does not know the code or answers otherwise than documented.
 */
export async function customerOfCode(code: string, verifier: string): Promise<Customer> {
  const { clientId, clientSecret } = env().FACEBOOK;
  const app = { client_id: clientId, client_secret: clientSecret, redirect_uri: loginRedirect() };
  const { access_token: token } = await ask("oauth/access_token", { ...app, code, code_verifier: verifier }, Token);
  const mine = { access_token: token, appsecret_proof: proofOf(token) };
  const me = await ask("me", { ...mine, fields: "id,name,email" }, Me);
  const { data: granted } = await ask("me/permissions", mine, Granted);
  const { data: debugged } = await ask(
    "debug_token",
    { input_token: token, access_token: `${clientId}|${clientSecret}` },
    Debugged,
  );
  const isGranted = granted.some(({ permission, status }) => permission === CONTACT && status === "granted");
  const scope = debugged.granular_scopes?.find((one) => one.scope === CONTACT);
  const reachesPage = scope?.target_ids?.includes(STOREFRONT_PAGE) ?? true;
  return { loginId: me.id, name: me.name.slice(0, 120), email: me.email ?? "", optedIn: isGranted && reachesPage };
}
