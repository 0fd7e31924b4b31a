import { sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { isTooSlow } from "#db/lost-connection";
import { contacts } from "#db/schema/contacts";
import type { MemberActor } from "#lib/shops/actor";
import { ContactFilter, meant } from "./contact-filter";
import { standingOf } from "./standing";

export const CountReach = ContactFilter;

export type Reach = { contacts: number; offers: number };

async function count(tx: Tx, shopId: string, filter: ContactFilter): Promise<Reach> {
  const [counted] = await tx
    .select({
      contacts: sql<number>`count(*)::int`,
      offers: sql<number>`(count(*) filter (where ${standingOf("offers")} = 'on'))::int`,
    })
    .from(contacts)
    .where(meant(shopId, filter));
  if (!counted) throw new Error("a count returned no row");
  return counted;
}

/** How many contacts a filter means, on every page of it, and how many of them may be sent offers. */
export async function countReach({ shopId }: MemberActor, filter: ContactFilter): Promise<Reach> {
  return inShop(shopId, (tx) => count(tx, shopId, filter));
}

/** The same beside a page that does without it: null where it takes longer than this, in milliseconds. */
export async function countReachWithin(
  ms: number,
  { shopId }: MemberActor,
  filter: ContactFilter,
): Promise<Reach | null> {
  try {
    return await inShop(shopId, async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${String(ms)}, true)`);
      return count(tx, shopId, filter);
    });
  } catch (error) {
    if (isTooSlow(error)) return null;
    throw error;
  }
}
