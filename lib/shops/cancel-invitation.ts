import { and, eq, isNull, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { invitations } from "#db/schema/shops";
import { notFound } from "#lib/core/errors";
import { type MemberActor, requireRole } from "./actor";
import { teamChanged } from "./events";
import type { CancelInvitation } from "./input";

/** Makes an unused invitation worthless from now on. */
export async function cancelInvitation(actor: MemberActor, input: CancelInvitation): Promise<{ cancelled: true }> {
  requireRole(actor, "admin");
  return inShop(actor.shopId, async (tx) => {
    const [gone] = await tx
      .update(invitations)
      .set({ cancelledAt: sql`now()` })
      .where(
        and(eq(invitations.shopId, actor.shopId), eq(invitations.id, input.invitationId), isNull(invitations.usedAt)),
      )
      .returning({ id: invitations.id });
    if (!gone) throw notFound("invitation");
    await teamChanged.record(tx, actor.shopId, {});
    return { cancelled: true };
  });
}
