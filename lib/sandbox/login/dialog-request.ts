import { z } from "zod";
import { isRegisteredApp, registeredRedirects } from "./registered-app";
import { readScopes, type Scope } from "./scopes";

const S256_CHALLENGE = /^[A-Za-z0-9_-]{43}$/; // RFC 7636 §4.2: base64url of a SHA-256

// Facebook ignores parameters it does not know, so unknown keys are dropped here; a repeated one is no string and refused.
const Query = z.object({
  client_id: z.string().max(100),
  redirect_uri: z.string().max(2_000),
  state: z.string().max(4_000).optional(),
  response_type: z.string().max(60).default("code"),
  scope: z.string().max(1_000).default(""),
  code_challenge: z.string().regex(S256_CHALLENGE).optional(),
  code_challenge_method: z.literal("S256").optional(),
  login_hint: z.string().max(200).optional(),
  auth_type: z.string().max(100).optional(),
  messenger_page_id: z.string().max(40).optional(),
  reset_messenger_state: z.string().max(10).optional(),
  return_scopes: z.string().max(10).optional(),
});

const ANSWERS = ["code", "token", "granted_scopes"] as const;
export type DialogAnswer = (typeof ANSWERS)[number];

/** What the answer is to hold; the names stand in any order, parted by blanks or commas. Null when one is unknown. */
function readAnswers(parameter: string): DialogAnswer[] | null {
  const names = parameter.split(/[\s,]+/).filter((name) => name !== "");
  const known = ANSWERS.filter((name) => names.includes(name));
  return known.length > 0 && names.every((name) => ANSWERS.some((one) => one === name)) ? known : null;
}

const isTrue = (flag: string | undefined) => flag === "1" || flag === "true";

/** What an app may ask the dialog for, checked. */
export type DialogRequest = {
  clientId: string;
  redirectUri: string;
  state: string | undefined;
  scopes: Scope[];
  codeChallenge: string | undefined;
  loginHint: string | undefined;
  /** What the answer holds. */
  answers: DialogAnswer[];
  /** Asks again what was refused before. */
  rerequest: boolean;
  /** The Page of Login Connect; the app's default when it is not named. */
  messengerPageId: string | undefined;
  /** Invites again whoever answered the invitation of Login Connect before. */
  resetMessenger: boolean;
  /** Names in the answer what was granted and what was declined. */
  returnScopes: boolean;
};

/** Why a dialog cannot be shown. None of them ever leads to a redirect. */
export type DialogProblem = "request" | "app" | "redirect" | "scopes";

export type DialogOutcome = { ok: true; request: DialogRequest } | { ok: false; problem: DialogProblem };

/**
 * Checks the query of `/dialog/oauth`. PKCE is accepted with S256 only; a challenge without its method, or a method
 * without a challenge, is refused.
 */
export function readDialogRequest(query: Record<string, unknown>): DialogOutcome {
  const parsed = Query.safeParse(query);
  if (!parsed.success) return { ok: false, problem: "request" };
  const asked = parsed.data;
  if (!isRegisteredApp(asked.client_id)) return { ok: false, problem: "app" };
  if (!registeredRedirects().includes(asked.redirect_uri)) return { ok: false, problem: "redirect" };
  if (Boolean(asked.code_challenge) !== Boolean(asked.code_challenge_method)) return { ok: false, problem: "request" };
  const answers = readAnswers(asked.response_type);
  if (!answers) return { ok: false, problem: "request" };
  const scopes = readScopes(asked.scope);
  if (!scopes) return { ok: false, problem: "scopes" };
  return {
    ok: true,
    request: {
      clientId: asked.client_id,
      redirectUri: asked.redirect_uri,
      state: asked.state,
      scopes,
      answers,
      codeChallenge: asked.code_challenge,
      loginHint: asked.login_hint,
      rerequest: asked.auth_type?.split(",").includes("rerequest") ?? false,
      messengerPageId: asked.messenger_page_id || undefined,
      resetMessenger: isTrue(asked.reset_messenger_state),
      returnScopes: isTrue(asked.return_scopes),
    },
  };
}

/** A query string as the record `readDialogRequest` takes; a repeated parameter becomes a list. */
export function queryRecord(query: string): Record<string, string | string[]> {
  const parameters = new URLSearchParams(query);
  const entries = [...new Set(parameters.keys())].map((key): [string, string | string[]] => {
    const [first = "", ...more] = parameters.getAll(key);
    return [key, more.length > 0 ? [first, ...more] : first];
  });
  return Object.fromEntries(entries);
}
