import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { visitors } from "#db/schema/channels";
import { visitChanged } from "./events";

const MOST_BROWSERS = 20;

/** Lets the open chats of these identities read again who they are and what they allow. */
export async function tellVisits(tx: Tx, shopId: string, identityIds: readonly string[]): Promise<void> {
  if (identityIds.length === 0) return;
  const open = await tx
    .select({ visitorId: visitors.id })
    .from(visitors)
    .where(and(eq(visitors.shopId, shopId), inArray(visitors.identityId, [...identityIds]), isNull(visitors.revokedAt)))
    .orderBy(desc(visitors.lastSeenAt))
    .limit(MOST_BROWSERS);
  for (const { visitorId } of open) await visitChanged.record(tx, shopId, { visitorId });
}
