import type { DialogRequest } from "./dialog-request";
import type { Grant } from "./grant";

function back(request: DialogRequest, answer: Record<string, string>): URL {
  const url = new URL(request.redirectUri);
  for (const [key, value] of Object.entries(answer)) url.searchParams.set(key, value);
  if (request.state !== undefined) url.searchParams.set("state", request.state);
  return url;
}

/** Where the browser goes with a code. Facebook really does end the address with `#_=_`. */
export function addressWithCode(request: DialogRequest, code: string, grant: Grant): string {
  const { scopes, declined } = grant;
  const told = { granted_scopes: scopes.join(","), denied_scopes: declined.join(",") };
  return `${back(request, { code, ...(request.returnScopes ? told : {}) })}#_=_`;
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
