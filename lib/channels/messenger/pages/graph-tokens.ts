import { z } from "zod";
import { env } from "#lib/core/env";
import { callGraph } from "../graph";

const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().optional() });
const Seconds = z.number().int().nonnegative().default(0);
const Facts = z.object({
  data: z.object({
    app_id: z.string().optional(),
    type: z.string().optional(),
    is_valid: z.boolean(),
    expires_at: Seconds,
    data_access_expires_at: Seconds,
    scopes: z.array(z.string()).default([]),
    user_id: z.string().optional(),
    error: z.object({ code: z.number(), subcode: z.number().optional() }).optional(),
  }),
});

/** What the platform says of a token. The instants are null where there is no end. */
export type TokenFacts = {
  valid: boolean;
  userId: string | null;
  scopes: string[];
  expiresAt: Date | null;
  dataAccessExpiresAt: Date | null;
  error: { code: number; subcode: number | null } | null;
};

const instant = (seconds: number) => (seconds === 0 ? null : new Date(seconds * 1_000));

/** The app's own token, accepted as it is. Source: Messenger reference §1.3. */
export function appToken(): string {
  const { clientId, clientSecret } = env().FACEBOOK;
  return `${clientId}|${clientSecret}`;
}

/** A user token that lasts about 60 days, for the code of a dialog. Throws `GraphError`. */
export async function tokenForCode(code: string, codeVerifier: string, redirectUri: string): Promise<string> {
  const { clientId, clientSecret } = env().FACEBOOK;
  const app = { client_id: clientId, client_secret: clientSecret };
  const exchange = async (query: Record<string, string>) =>
    Token.parse(await callGraph({ path: "oauth/access_token", token: null, query: { ...app, ...query } })).access_token;
  const short = await exchange({ redirect_uri: redirectUri, code, code_verifier: codeVerifier });
  return exchange({ grant_type: "fb_exchange_token", fb_exchange_token: short });
}

/** What a token may do and until when. An ended one is an answer, not an error. Throws `GraphError`. */
export async function readToken(token: string): Promise<TokenFacts> {
  const query = { input_token: token };
  const { data } = Facts.parse(await callGraph({ path: "debug_token", token: appToken(), query }));
  return {
    valid: data.is_valid && (data.app_id === undefined || data.app_id === env().FACEBOOK.clientId),
    userId: data.user_id ?? null,
    scopes: data.scopes,
    expiresAt: instant(data.expires_at),
    dataAccessExpiresAt: instant(data.data_access_expires_at),
    error: data.error ? { code: data.error.code, subcode: data.error.subcode ?? null } : null,
  };
}
