import { sql } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import type { Role } from "./actor";

export type Membership = { shopId: string; slug: string; name: string; colour: string; memberId: string; role: Role };

/** The shops a person answers for, by name. */
export async function listMemberships(personId: string): Promise<Membership[]> {
  return outsideShops(async (tx) => {
    const rows = await tx.execute<
      Record<"shop_id" | "slug" | "name" | "colour" | "member_id", string> & { role: Role }
    >(sql`select shop_id, slug, name, colour, member_id, role from entrance_memberships(${personId})`);
    return rows.map((row) => ({
      shopId: row.shop_id,
      slug: row.slug,
      name: row.name,
      colour: row.colour,
      memberId: row.member_id,
      role: row.role,
    }));
  });
}
