import type { DialogRequest } from "./dialog-request";

function back(request: DialogRequest, answer: Record<string, string>): URL {
  const url = new URL(request.redirectUri);
  for (const [key, value] of Object.entries(answer)) url.searchParams.set(key, value);
  if (request.state !== undefined) url.searchParams.set("state", request.state);
  return url;
}

/** Where the browser goes with a code. Facebook really does end the address with `#_=_`. */
export function addressWithCode(request: DialogRequest, code: string): string {
  return `${back(request, { code })}#_=_`;
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
