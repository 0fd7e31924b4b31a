import { env } from "#lib/core/env";
import { AppError } from "#lib/core/errors";

/** Refuses a change that another site's page asked for: its Origin is missing, null or not ours. */
export function requireSameOrigin(request: Request): void {
  if (request.headers.get("origin") !== new URL(env().PUBLIC_URL).origin)
    throw new AppError("forbidden", "wrong_origin");
}
