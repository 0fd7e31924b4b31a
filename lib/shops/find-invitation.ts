import { and, eq, sql } from "drizzle-orm";
import { inShop, outsideShops } from "#db/in-shop";
import { persons } from "#db/schema/persons";
import { invitations, members, shops } from "#db/schema/shops";
import { now } from "#lib/core/clock";
import { hashToken } from "#lib/core/ids";
import type { Role } from "./actor";

export type InvitationView = {
  state: "open" | "used" | "expired" | "cancelled";
  shopName: string;
  shopSlug: string;
  colour: string;
  timeZone: string;
  invitedBy: string;
  role: Role;
  expiresAt: string;
};

/** The shop an invitation belongs to, or null when there is no such invitation. */
export async function shopOfInvitation(token: string): Promise<string | null> {
  return outsideShops(async (tx) => {
    const [row] = await tx.execute<{ id: string | null }>(
      sql`select entrance_shop_by_invitation(${hashToken(token)}) as id`,
    );
    return row?.id ?? null;
  });
}

/** What the invitation page shows to whoever holds the link, or null. */
export async function findInvitation(token: string): Promise<InvitationView | null> {
  const shopId = await shopOfInvitation(token);
  if (!shopId) return null;
  return inShop(shopId, async (tx) => {
    const [found] = await tx
      .select({ invitation: invitations, shop: shops, inviter: persons.name })
      .from(invitations)
      .innerJoin(shops, eq(shops.id, invitations.shopId))
      .innerJoin(members, and(eq(members.id, invitations.invitedBy), eq(members.shopId, invitations.shopId)))
      .innerJoin(persons, eq(persons.id, members.personId))
      .where(and(eq(invitations.shopId, shopId), eq(invitations.tokenHash, hashToken(token))));
    if (!found) return null;
    const { invitation, shop, inviter } = found;
    return {
      state: stateOf(invitation),
      shopName: shop.name,
      shopSlug: shop.slug,
      colour: shop.colour,
      timeZone: shop.timeZone,
      invitedBy: inviter,
      role: invitation.role,
      expiresAt: invitation.expiresAt.toISOString(),
    };
  });
}

/** Whether an invitation may still be used, and if not, why. */
export function stateOf(row: {
  usedAt: Date | null;
  cancelledAt: Date | null;
  expiresAt: Date;
}): InvitationView["state"] {
  if (row.usedAt) return "used";
  if (row.cancelledAt) return "cancelled";
  return row.expiresAt <= now() ? "expired" : "open";
}
