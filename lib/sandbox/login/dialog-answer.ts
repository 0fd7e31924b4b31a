import type { DialogRequest } from "./dialog-request";
import type { Grant } from "./grant";

function back(request: DialogRequest, answer: Record<string, string>): URL {
  const url = new URL(request.redirectUri);
  for (const [key, value] of Object.entries(answer)) url.searchParams.set(key, value);
  if (request.state !== undefined) url.searchParams.set("state", request.state);
  return url;
}

/** A token given at once, in seconds of unix time and of its life. */
export type GivenToken = { access_token: string; expires_in: number; data_access_expiration_time: number };

/** What a person's agreement gives the app: as much of it as `response_type` asked for. */
export type Given = { code: string | null; token: GivenToken | null; grant: Grant };

/**
 * Where the browser goes with what it was given. With a token everything stands in the fragment, which no server sees;
 * else in the query, and Facebook really does end the address with `#_=_`. Source: Facebook Login, "Manually build a
 * login flow", `response_type`.
 */
export function addressWith(request: DialogRequest, { code, token, grant }: Given): string {
  const { scopes, declined } = grant;
  const wantsScopes = request.returnScopes || request.answers.includes("granted_scopes");
  const answer = {
    ...(code === null ? {} : { code }),
    ...(wantsScopes ? { granted_scopes: scopes.join(","), denied_scopes: declined.join(",") } : {}),
  };
  if (token === null) return `${back(request, answer)}#_=_`;
  const { access_token, expires_in, data_access_expiration_time } = token;
  const times = { data_access_expiration_time: `${data_access_expiration_time}`, expires_in: `${expires_in}` };
  const state = request.state === undefined ? {} : { state: request.state };
  return `${request.redirectUri}#${new URLSearchParams({ access_token, ...times, ...answer, ...state })}`;
}

/** Where the browser goes when the person pressed Cancel. */
export function addressRefused(request: DialogRequest): string {
  return back(request, {
    error: "access_denied",
    error_code: "200",
    error_description: "Permissions error",
    error_reason: "user_denied",
  }).toString();
}
