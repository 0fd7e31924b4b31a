import { and, eq, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { invitations, members } from "#db/schema/shops";
import { notFound, refused } from "#lib/core/errors";
import { hashToken } from "#lib/core/ids";
import type { Person } from "./actor";
import { accessChanged, teamChanged } from "./events";
import { shopOfInvitation, stateOf } from "./find-invitation";
import type { JoinShop } from "./input";
import { lockShop } from "./lock-team";
import { recordAct } from "./record-act";

/**
 * Uses an invitation: the person becomes a member with its role, also when she had been removed before. A living
 * member keeps her role and the invitation stays unused.
 */
export async function joinShop(person: Person, input: JoinShop): Promise<{ slug: string }> {
  const shopId = await shopOfInvitation(input.token);
  if (!shopId) throw notFound("invitation");
  return inShop(shopId, async (tx) => {
    const shop = await lockShop(tx, shopId);
    const [invitation] = await tx
      .select()
      .from(invitations)
      .where(and(eq(invitations.shopId, shopId), eq(invitations.tokenHash, hashToken(input.token))))
      .for("update");
    if (!invitation) throw notFound("invitation");
    const [living] = await tx
      .select({ id: members.id, removedAt: members.removedAt })
      .from(members)
      .where(and(eq(members.shopId, shopId), eq(members.personId, person.id)))
      .for("no key update");
    if (living && !living.removedAt) return shop;
    const state = stateOf(invitation);
    if (state !== "open") throw refused(`invitation_${state}`, { date: invitation.expiresAt.toISOString() });

    const [member] = await tx
      .insert(members)
      .values({ shopId, personId: person.id, role: invitation.role, lastSeenAt: sql`now()` })
      .onConflictDoUpdate({
        target: [members.shopId, members.personId],
        set: { role: invitation.role, removedAt: null, awaySince: null, hours: null, availableUntil: null },
      })
      .returning({ id: members.id });
    if (!member) throw new Error("insert returned no row");
    await tx
      .update(invitations)
      .set({ usedAt: sql`now()`, usedBy: member.id })
      .where(and(eq(invitations.shopId, shopId), eq(invitations.id, invitation.id)));
    await recordAct(tx, { shopId, memberId: member.id }, "member_joined", { role: invitation.role });
    await accessChanged.record(tx, shopId, { personId: person.id });
    await teamChanged.record(tx, shopId, {});
    return shop;
  });
}
