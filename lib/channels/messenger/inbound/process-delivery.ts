import { and, eq, isNull, lt, or } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { isDatabaseAway } from "#db/lost-connection";
import { messengerPages } from "#db/schema/messenger";
import { MINUTE } from "#lib/core/clock";
import { log } from "#lib/core/log";
import { keepItem, problemOf } from "./keep-item";
import { findPlace, type Place } from "./place";
import { type HookItem, readItems } from "./read-items";
import { isKnown, takeItem } from "./take-item";

/** Classes of PostgreSQL's errors that pass: rolled back for others' sake, no room, locks, timeouts (Appendix A). */
const PASSING = /^(40|53|55|57)/;

function passes(error: unknown): boolean {
  if (isDatabaseAway(error)) return true;
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return cause instanceof Error && "code" in cause && PASSING.test(String(cause.code));
}

/**
 * Processes one kept delivery: every item in a transaction of its own, so that one that fails neither holds up the others
 * nor is lost. Run twice it does nothing the second time. Throws, after trying all, when an item should be tried again.
 */
export async function processDelivery(inboundEventId: string, body: Buffer, receivedAt: Date): Promise<void> {
  const places = new Map<string, Place | null>();
  let interrupted: unknown;
  for (const item of readItems(body)) {
    const place = places.has(item.pageId) ? places.get(item.pageId) : await findPlace(item.pageId);
    places.set(item.pageId, place ?? null);
    if (!place) continue;
    try {
      await settle(inboundEventId, place, item);
    } catch (error) {
      interrupted = error;
    }
  }
  for (const place of places.values()) if (place) await noteEvent(place, receivedAt);
  if (interrupted) throw interrupted;
}

async function settle(inboundEventId: string, place: Place, item: HookItem): Promise<void> {
  const { shopId, channelId } = place;
  if (!isKnown(item.kind))
    return inShop(shopId, (tx) => keepItem(tx, place, { inboundEventId, item, state: "unknown", problem: null }));
  try {
    await inShop(shopId, (tx) => takeItem(tx, place, item));
  } catch (error) {
    if (passes(error)) throw error;
    const problem = problemOf(error);
    log.warn({ channelId, inboundEventId, position: item.position, kind: item.kind, problem }, "an item was set aside");
    await inShop(shopId, (tx) => keepItem(tx, place, { inboundEventId, item, state: "failed", problem }));
  }
}

/** Notes that the Page's webhook worked when the delivery came, at most once a minute. */
async function noteEvent({ shopId, channelId }: Place, receivedAt: Date): Promise<void> {
  const noted = messengerPages.lastEventAt;
  await inShop(shopId, (tx) =>
    tx
      .update(messengerPages)
      .set({ lastEventAt: receivedAt })
      .where(
        and(
          eq(messengerPages.shopId, shopId),
          eq(messengerPages.channelId, channelId),
          or(isNull(noted), lt(noted, new Date(receivedAt.getTime() - MINUTE))),
        ),
      ),
  );
}
