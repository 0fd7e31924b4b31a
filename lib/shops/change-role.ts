import { and, eq, isNull } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { members } from "#db/schema/shops";
import { forbidden, refused } from "#lib/core/errors";
import type { MemberActor } from "./actor";
import { withdrawInvitations } from "./cancel-invitation";
import { accessChanged, teamChanged } from "./events";
import type { ChangeRole } from "./input";
import { lockMember } from "./load-member";
import { lockTeam } from "./lock-team";
import { recordAct } from "./record-act";

/**
 * Gives a member another role. Only an owner makes or unmakes owners, and a shop keeps at least one. The links by
 * which the member could no longer invite stop working.
 */
export async function changeRole(asker: MemberActor, input: ChangeRole): Promise<{ role: string }> {
  return inShop(asker.shopId, async (tx) => {
    const actor = await lockTeam(tx, asker, "admin");
    const member = await lockMember(tx, actor, input.memberId);
    if (member.role === input.role) return { role: member.role };
    if ((member.role === "owner" || input.role === "owner") && actor.role !== "owner") throw forbidden("owner");
    if (member.role === "owner") await requireAnotherOwner(tx, actor, member.id);
    await tx
      .update(members)
      .set({ role: input.role })
      .where(and(eq(members.shopId, actor.shopId), eq(members.id, member.id)));
    await withdrawInvitations(tx, actor.shopId, member.id, input.role);
    await recordAct(tx, actor, "role_changed", { aboutId: member.id, role: input.role });
    await accessChanged.record(tx, actor.shopId, { personId: member.personId });
    await teamChanged.record(tx, actor.shopId, {});
    return { role: input.role };
  });
}

/** Refuses when `memberId` is the last owner. The team is locked, so two owners cannot leave at once. */
export async function requireAnotherOwner(tx: Tx, actor: MemberActor, memberId: string): Promise<void> {
  const owners = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.shopId, actor.shopId), eq(members.role, "owner"), isNull(members.removedAt)));
  if (owners.every((owner) => owner.id === memberId)) throw refused("last_owner");
}
