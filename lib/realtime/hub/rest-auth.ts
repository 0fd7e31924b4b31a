import { now } from "#lib/core/clock";
import type { HubApp } from "./app-state";
import { signatureMatches } from "./signature";

const MAX_AGE_SECONDS = 600;
const TIMESTAMP = /^\d{1,12}$/;

/** A request as it was signed: the method and the path exactly as sent, and its query. */
export type SignedRequest = { method: string; path: string; query: URLSearchParams };

/** "All keys in lower case, sorted, without auth_signature, joined as key=value, values not URL-encoded". */
function textToSign({ method, path, query }: SignedRequest): string {
  const pairs = [...query]
    .filter(([key]) => key !== "auth_signature")
    .map(([key, value]) => [key.toLowerCase(), value] as const);
  const sorted = pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return [method, path, sorted.map(([key, value]) => `${key}=${value}`).join("&")].join("\n");
}

/**
 * Why a request to the HTTP API is not authentic, or null when it is. Whether the body is the one meant by
 * `body_md5` is left to the caller, so that no body is read for a stranger.
 * https://pusher.com/docs/channels/library_auth_reference/rest-api (Generating authentication signatures)
 */
export function whyNotAuthentic(app: HubApp, request: SignedRequest): string | null {
  const { query } = request;
  if (new Set(query.keys()).size !== [...query.keys()].length) return "A parameter is given twice";
  if (query.get("auth_version") !== "1.0") return "auth_version must be 1.0";
  if (query.get("auth_key") !== app.key) return "auth_key is not of this app";
  const timestamp = query.get("auth_timestamp") ?? "";
  if (!TIMESTAMP.test(timestamp)) return "auth_timestamp must be in seconds";
  if (Math.abs(now().getTime() / 1000 - Number(timestamp)) > MAX_AGE_SECONDS)
    return "auth_timestamp is more than 600 s away from the server's time";
  if (!signatureMatches(app.secret, textToSign(request), query.get("auth_signature") ?? ""))
    return "auth_signature is wrong";
  return null;
}
