import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { invitations } from "#db/schema/shops";
import { notFound } from "#lib/core/errors";
import type { MemberActor, Role } from "./actor";
import { teamChanged } from "./events";
import type { CancelInvitation } from "./input";
import { lockTeam } from "./lock-team";
import { recordAct } from "./record-act";

/** Makes an unused invitation worthless from now on. */
export async function cancelInvitation(asker: MemberActor, input: CancelInvitation): Promise<{ cancelled: true }> {
  return inShop(asker.shopId, async (tx) => {
    const actor = await lockTeam(tx, asker, "admin");
    const [gone] = await tx
      .update(invitations)
      .set({ cancelledAt: sql`now()` })
      .where(
        and(eq(invitations.shopId, actor.shopId), eq(invitations.id, input.invitationId), isNull(invitations.usedAt)),
      )
      .returning({ role: invitations.role });
    if (!gone) throw notFound("invitation");
    await recordAct(tx, actor, "invitation_cancelled", { role: gone.role });
    await teamChanged.record(tx, actor.shopId, {});
    return { cancelled: true };
  });
}

/** Which roles a member of each role may invite. */
const MAY_INVITE: Record<Role, readonly Role[]> = {
  owner: ["owner", "admin", "agent"],
  admin: ["admin", "agent"],
  agent: [],
};

/**
 * Cancels the unused invitations of a member who has `role` from now on, or null when she is removed, as far as she
 * could not make them any more: whoever is put out does not come back by a link of her own.
 */
export async function withdrawInvitations(tx: Tx, shopId: string, memberId: string, role: Role | null): Promise<void> {
  const lost = MAY_INVITE.owner.filter((invited) => role === null || !MAY_INVITE[role].includes(invited));
  if (lost.length === 0) return;
  await tx
    .update(invitations)
    .set({ cancelledAt: sql`now()` })
    .where(
      and(
        eq(invitations.shopId, shopId),
        eq(invitations.invitedBy, memberId),
        inArray(invitations.role, lost),
        isNull(invitations.usedAt),
        isNull(invitations.cancelledAt),
      ),
    );
}
