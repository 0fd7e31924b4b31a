import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { digests } from "#db/schema/notice-choices";
import { members } from "#db/schema/shops";
import { teamMembers } from "#db/schema/teams";
import { forbidden } from "#lib/core/errors";
import type { MemberActor } from "./actor";
import { withdrawInvitations } from "./cancel-invitation";
import { requireAnotherOwner } from "./change-role";
import { accessChanged, memberRemoved, teamChanged } from "./events";
import type { RemoveMember } from "./input";
import { lockMember } from "./load-member";
import { lockTeam } from "./lock-team";
import { recordAct } from "./record-act";

/**
 * Ends a membership at once, sockets included; the conversations she held go back to their team or to Unassigned, and
 * the links she made stop working.
 */
export async function removeMember(tx: Tx, asker: MemberActor, input: RemoveMember): Promise<{ removed: true }> {
  const actor = await lockTeam(tx, asker, "admin");
  const member = await lockMember(tx, actor, input.memberId);
  if (member.role === "owner") {
    if (actor.role !== "owner") throw forbidden("owner");
    await requireAnotherOwner(tx, actor, member.id);
  }
  await tx
    .update(members)
    .set({ removedAt: sql`now()` })
    .where(and(eq(members.shopId, actor.shopId), eq(members.id, member.id)));
  await tx.delete(teamMembers).where(and(eq(teamMembers.shopId, actor.shopId), eq(teamMembers.memberId, member.id)));
  await tx.delete(digests).where(and(eq(digests.shopId, actor.shopId), eq(digests.memberId, member.id)));
  await withdrawInvitations(tx, actor.shopId, member.id, null);
  await recordAct(tx, actor, "member_removed", { aboutId: member.id });
  await accessChanged.record(tx, actor.shopId, { personId: member.personId });
  await memberRemoved.record(tx, actor.shopId, { memberId: member.id });
  await teamChanged.record(tx, actor.shopId, {});
  return { removed: true };
}
