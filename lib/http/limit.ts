import { createHmac } from "node:crypto";
import { RateLimiterRes } from "rate-limiter-flexible";
import { env } from "#lib/core/env";
import { AppError } from "#lib/core/errors";
import { log } from "#lib/core/log";
import { DatabaseLimiter } from "./limit-store";

/**
 * How often each thing may be done, and within how many seconds. Nobody meets one of these by using the product with
 * her hands; a whole office or a mobile network behind one address does not either.
 */
export const LIMITS = {
  /** What one browser writes in a chat, or one person in her own place. */
  "visitor writes": { points: 40, seconds: 10 },
  /** Whatever else one browser asks of its chat. */
  "visitor asks": { points: 300, seconds: 10 },
  /** Signs of typing of one writer. */
  types: { points: 30, seconds: 30 },
  /** New chats from one address, in one shop. */
  "visitor begins": { points: 60, seconds: 60 },
  /** Pages and chats opened from one address. */
  opens: { points: 3_000, seconds: 60 },
  /** Steps of signing in from one address. */
  "signs in": { points: 120, seconds: 60 },
  /** Deliveries with a wrong signature from one address; one that is signed rightly always passes. */
  forges: { points: 60, seconds: 60 },
  /** What one member sends. */
  "member writes": { points: 200, seconds: 10 },
  /** Files that one shop brings in. */
  imports: { points: 30, seconds: 600 },
} as const;

export type Limit = keyof typeof LIMITS;

const limiters = new Map<Limit, DatabaseLimiter>();

function limiterOf(name: Limit): DatabaseLimiter {
  const limiter = limiters.get(name) ?? new DatabaseLimiter({ name, ...LIMITS[name] });
  limiters.set(name, limiter);
  return limiter;
}

/** Whose use it is, so that no address and no person can be read from what is counted. */
function keyOf(who: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(who).digest("base64url").slice(0, 22);
}

/**
 * Counts one use by `who`, across all processes. Refuses with `too_many` and the seconds to wait once there were too
 * many. Null is somebody who cannot be told apart from others, and is not counted; nor is anybody while the database
 * is away, when what was asked for cannot be done either.
 */
export async function limit(name: Limit, who: string | null): Promise<void> {
  if (who === null) return;
  try {
    await limiterOf(name).consume(keyOf(who));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) return log.warn({ err: refusal, limit: name }, "uses were not counted");
    throw new AppError("too_many", "too_many", { n: Math.max(2, Math.ceil(refusal.msBeforeNext / 1_000)) });
  }
}

/** The header that says when to try again (RFC 9110 §10.2.3), for a refusal of too many uses. */
export function retryAfter(error: unknown): { "retry-after"?: string } {
  return error instanceof AppError && error.code === "too_many" ? { "retry-after": String(error.params.n) } : {};
}

/** Runs what verifies a delivery, and counts it against its sender only when it was refused as not hers. */
export async function limitForged<T>(who: string | null, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof AppError && error.code === "unauthenticated") await limit("forges", who);
    throw error;
  }
}
