import type { Outcome } from "#lib/http/outcome";
import type { Role } from "#lib/shops/actor";

/** What can be done on the team page. Each refusal comes back as a value. */
export type TeamActions = {
  invite: (input: { role: Role }) => Promise<Outcome<{ id: string; url: string; expiresAt: string }>>;
  cancelInvitation: (input: { invitationId: string }) => Promise<Outcome<unknown>>;
  changeRole: (input: { memberId: string; role: Role }) => Promise<Outcome<unknown>>;
  removeMember: (input: { memberId: string; takeOver?: string[] }) => Promise<Outcome<unknown>>;
  endSession: (input: { sessionId: string }) => Promise<Outcome<unknown>>;
  signOutEverywhere: (input: Record<string, never>) => Promise<Outcome<unknown>>;
};

/** The roles a member of `role` may give: owners give all, admins all but owner, agents none. */
export function rolesGivenBy(role: Role): readonly Role[] {
  if (role === "owner") return ["agent", "admin", "owner"];
  return role === "admin" ? ["agent", "admin"] : [];
}
