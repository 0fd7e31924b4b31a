import { ne, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/in-shop";
import { inboundItems } from "#db/schema/messenger";
import { keptJson } from "./hook-values";
import type { Place } from "./place";
import type { HookItem } from "./read-items";

const LONGEST_PROBLEM = 300;
const LONGEST_KIND = 100;
/** Beside what the platform told of a kept item: that it came while another app talked to her. */
export const STANDBY = "standby";

/** What was wrong with an item, for the shop's list: where its shape differs, or what failed. Never its content. */
export function problemOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof z.ZodError)
    return cause.issues
      .map(({ path, message }) => `${path.join(".")}: ${message}`)
      .join("; ")
      .slice(0, LONGEST_PROBLEM);
  return cause instanceof Error ? `${cause.name}: ${cause.message}`.slice(0, LONGEST_PROBLEM) : "unknown";
}

type Kept = { inboundEventId: string; item: HookItem; state: "failed" | "unknown"; problem: string | null };

/** Keeps an item raw that could not be processed, or that nobody knows; kept again it counts one more attempt. */
export async function keepItem(
  tx: Tx,
  { shopId, channelId }: Place,
  { inboundEventId, item, ...how }: Kept,
): Promise<void> {
  const kind = item.kind.slice(0, LONGEST_KIND);
  const raw = keptJson({ ...item.raw, ...(item.standby ? { [STANDBY]: true } : {}) });
  await tx
    .insert(inboundItems)
    .values({ shopId, channelId, inboundEventId, position: item.position, kind, item: { ...raw }, ...how })
    .onConflictDoUpdate({
      target: [inboundItems.inboundEventId, inboundItems.position],
      set: { ...how, attempts: sql`${inboundItems.attempts} + 1`, settledAt: null },
      setWhere: ne(inboundItems.state, "unknown"),
    });
}
