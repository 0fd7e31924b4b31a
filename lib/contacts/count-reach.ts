import { sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import type { MemberActor } from "#lib/shops/actor";
import { ContactFilter, meant } from "./contact-filter";
import { standingOf } from "./standing";

export const CountReach = ContactFilter;

export type Reach = { contacts: number; offers: number };

/** How many contacts a filter means, on every page of it, and how many of them may be sent offers. */
export async function countReach(actor: MemberActor, filter: ContactFilter): Promise<Reach> {
  return inShop(actor.shopId, async (tx) => {
    const [counted] = await tx
      .select({
        contacts: sql<number>`count(*)::int`,
        offers: sql<number>`(count(*) filter (where ${standingOf("offers")} = 'on'))::int`,
      })
      .from(contacts)
      .where(meant(actor.shopId, filter));
    if (!counted) throw new Error("a count returned no row");
    return counted;
  });
}
