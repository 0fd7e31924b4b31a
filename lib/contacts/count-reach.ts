import { sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import type { MemberActor } from "#lib/shops/actor";
import { ContactFilter, meant } from "./contact-filter";
import type { Purpose } from "./permissions";
import { standingOf } from "./standing";

export const CountReach = ContactFilter;

export type Reach = { contacts: number } & Record<Purpose, number>;

/** How many contacts a filter means, on every page of it, and how many of them may be sent what. */
export async function countReach(actor: MemberActor, filter: ContactFilter): Promise<Reach> {
  const may = (purpose: Purpose) => sql<number>`(count(*) filter (where ${standingOf(purpose)} = 'on'))::int`;
  return inShop(actor.shopId, async (tx) => {
    const [counted] = await tx
      .select({
        contacts: sql<number>`count(*)::int`,
        service: may("service"),
        order_updates: may("order_updates"),
        offers: may("offers"),
      })
      .from(contacts)
      .where(meant(actor.shopId, filter));
    if (!counted) throw new Error("a count returned no row");
    return counted;
  });
}
