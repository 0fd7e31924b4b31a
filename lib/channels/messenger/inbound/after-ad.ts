import { and, asc, desc, eq, gt, gte, lte, ne, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { DAY } from "#lib/core/clock";

/**
 * Within this after an advertisement her message is the one it led to, in milliseconds; our own bound, the platform
 * names none.
 */
const LED_BY_MS = DAY;

type Whose = { shopId: string; identityId: string };

/**
 * Whether her message of this instant is the first after an advertisement brought her back to her thread: it may be
 * answered as long as one that names its advertisement itself. Source: messenger-platform.md §0.3 and §2.4.
 */
export async function followsAd(tx: Tx, whose: Whose, at: Date): Promise<boolean> {
  const [ad] = await adBefore(tx, whose, at);
  if (!ad) return false;
  const first = await firstAfterAd(tx, whose, ad.at);
  return first === null || first >= at;
}

/** The latest advertisement that brought her back within a day before this instant. */
export function adBefore(tx: Tx, whose: Whose, at: Date) {
  return tx
    .select({ at: messages.createdAt })
    .from(messages)
    .innerJoin(conversations, inThread(whose))
    .where(
      and(
        eq(messages.shopId, whose.shopId),
        eq(messages.kind, "event"),
        sql`${messages.event} ->> 'type' = 'came_from' and ${messages.event} ->> 'adId' is not null`,
        gte(messages.createdAt, new Date(at.getTime() - LED_BY_MS)),
        lte(messages.createdAt, at),
      ),
    )
    .orderBy(desc(messages.createdAt))
    .limit(1);
}

/** When she wrote first after an advertisement of this instant; null while she has not. */
export async function firstAfterAd(tx: Tx, whose: Whose, at: Date): Promise<Date | null> {
  const [first] = await tx
    .select({ at: messages.createdAt })
    .from(messages)
    .innerJoin(conversations, inThread(whose))
    .where(
      and(
        eq(messages.shopId, whose.shopId),
        eq(messages.author, "contact"),
        ne(messages.kind, "event"),
        gt(messages.createdAt, at),
        lte(messages.createdAt, new Date(at.getTime() + LED_BY_MS)),
      ),
    )
    .orderBy(asc(messages.createdAt))
    .limit(1);
  return first?.at ?? null;
}

function inThread({ shopId, identityId }: Whose) {
  return and(
    eq(conversations.shopId, shopId),
    eq(conversations.id, messages.conversationId),
    eq(conversations.identityId, identityId),
  );
}
