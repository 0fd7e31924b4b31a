import { and, count, eq, gt } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxWire } from "#db/schema/sandbox-messenger";
import { MINUTE } from "#lib/core/clock";
import type { Call } from "./call";
import { rateLimited } from "./facebook-error";

const SECOND = 1_000;

type Limit = { method: string | null; path: string; kind: string | null; most: number; per: number };

/** Calls of a Page in a stretch of time, in milliseconds. Source: rate limiting, in the Messenger reference §4. */
const LIMITS: readonly Limit[] = [
  { method: "POST", path: "/messages", kind: null, most: 300, per: SECOND },
  { method: "POST", path: "/messages", kind: "message.media", most: 10, per: SECOND },
  { method: "GET", path: "/conversations", kind: null, most: 2, per: SECOND },
  { method: null, path: "/messenger_profile", kind: null, most: 10, per: 10 * MINUTE },
];

/** Counts the calls to the same address against the documented limits. Throws 613. */
export async function checkRates(call: Call): Promise<void> {
  const { pathname } = new URL(call.request.url);
  for (const { method, path, kind, most, per } of LIMITS) {
    if (!pathname.endsWith(path) || (method !== null && method !== call.method)) continue;
    const [row] = await database()
      .select({ calls: count() })
      .from(sandboxWire)
      .where(
        and(
          eq(sandboxWire.path, pathname),
          method === null ? undefined : eq(sandboxWire.method, method),
          kind === null ? undefined : eq(sandboxWire.kind, kind),
          gt(sandboxWire.at, new Date(call.controls.now.getTime() - per)),
        ),
      );
    if ((row?.calls ?? 0) >= most) throw rateLimited();
  }
}
