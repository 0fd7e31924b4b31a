import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { persons } from "#db/schema/persons";
import { invitations, members } from "#db/schema/shops";
import { memberCounts } from "#db/schema/triage";
import { firstName, type MemberActor, type Role } from "./actor";

export type TeamMember = {
  id: string;
  name: string;
  email: string | null;
  role: Role;
  openCount: number;
  lastSeenAt: string | null;
  you: boolean;
};
export type TeamInvitation = { id: string; role: Role; invitedBy: string; createdAt: string; expiresAt: string };

/** The shop's living members by name, and its invitations that may still be used. */
export async function listTeam(actor: MemberActor): Promise<{ members: TeamMember[]; invitations: TeamInvitation[] }> {
  return inShop(actor.shopId, async (tx) => {
    const people = await tx
      .select({
        id: members.id,
        name: persons.name,
        email: persons.email,
        role: members.role,
        openCount: sql<number>`coalesce(${memberCounts.open}, 0)`,
        lastSeenAt: members.lastSeenAt,
      })
      .from(members)
      .innerJoin(persons, eq(persons.id, members.personId))
      .leftJoin(memberCounts, and(eq(memberCounts.shopId, members.shopId), eq(memberCounts.memberId, members.id)))
      .where(and(eq(members.shopId, actor.shopId), isNull(members.removedAt)))
      .orderBy(asc(persons.name), asc(members.id));
    const open = await tx
      .select({ invitation: invitations, inviter: persons.name })
      .from(invitations)
      .innerJoin(members, and(eq(members.id, invitations.invitedBy), eq(members.shopId, invitations.shopId)))
      .innerJoin(persons, eq(persons.id, members.personId))
      .where(
        and(
          eq(invitations.shopId, actor.shopId),
          isNull(invitations.usedAt),
          isNull(invitations.cancelledAt),
          gt(invitations.expiresAt, sql`now()`),
        ),
      )
      .orderBy(asc(invitations.createdAt));
    return {
      members: people.map((member) => ({
        ...member,
        lastSeenAt: member.lastSeenAt?.toISOString() ?? null,
        you: member.id === actor.memberId,
      })),
      invitations: open.map(({ invitation, inviter }) => ({
        id: invitation.id,
        role: invitation.role,
        invitedBy: firstName(inviter),
        createdAt: invitation.createdAt.toISOString(),
        expiresAt: invitation.expiresAt.toISOString(),
      })),
    };
  });
}
