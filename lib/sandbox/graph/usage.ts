import { and, count, eq, gt } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxWire } from "#db/schema/sandbox-messenger";
import { HOUR } from "#lib/core/clock";
import { sandboxNow } from "../messenger/controls";
import type { Holder } from "./read-token";

/** Calls an hour that count as a full hundred percent. */
const FULL = 4_800;

/**
 * `X-App-Usage`, and `X-Page-Usage` on a Page's calls: how much of the hourly share is used up, in percent. Source:
 * Graph API rate limiting.
 */
export async function usageHeaders(holder: Holder | null): Promise<Record<string, string>> {
  if (!holder) return {};
  const since = new Date((await sandboxNow()).getTime() - HOUR);
  const [row] = await database()
    .select({ calls: count() })
    .from(sandboxWire)
    .where(and(eq(sandboxWire.way, "out"), gt(sandboxWire.at, since)));
  const share = Math.min(100, Math.floor(((row?.calls ?? 0) * 100) / FULL));
  const usage = JSON.stringify({ call_count: share, total_cputime: share, total_time: share });
  return { "x-app-usage": usage, ...(holder.kind === "page" ? { "x-page-usage": usage } : {}) };
}
