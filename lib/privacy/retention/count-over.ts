import { and, count, eq, gte, lt, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import { overBefore, readTimes, type Times } from "#lib/conversations/kept-times";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { COUNTED_MOST } from "./choices";
import { SAYS } from "./clear-messages";
import type { CountOver } from "./input";
import { overContacts } from "./over-contacts";

export type Over = { messages: number; contacts: number };

/** The shop's times. For owners only. */
export async function loadTimes(actor: MemberActor): Promise<Times> {
  requireRole(actor, "owner");
  return inShop(actor.shopId, async (tx) => (await readTimes(tx, actor.shopId)).times);
}

/** How much these times would end tonight, each counted up to a limit and one more; nothing is changed. For owners only. */
export async function countOver(actor: MemberActor, times: CountOver): Promise<Over> {
  requireRole(actor, "owner");
  const { shopId } = actor;
  return inShop(shopId, async (tx) => {
    const { clearedUntil } = await readTimes(tx, shopId);
    const some = tx
      .select({ one: sql`1`.as("one") })
      .from(messages)
      .where(
        and(
          eq(messages.shopId, shopId),
          gte(messages.createdAt, clearedUntil ?? new Date(0)),
          lt(messages.createdAt, overBefore(times.messages)),
          SAYS,
        ),
      )
      .limit(COUNTED_MOST + 1)
      .as("some");
    const [said] = await tx.select({ n: count() }).from(some);
    const people = await overContacts(tx, shopId, times, { most: COUNTED_MOST + 1 });
    return { messages: said?.n ?? 0, contacts: people.length };
  });
}
