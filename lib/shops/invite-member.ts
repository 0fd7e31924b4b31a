import { inShop } from "#db/in-shop";
import { invitations } from "#db/schema/shops";
import { DAY, now } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { hashToken, newToken } from "#lib/core/ids";
import type { MemberActor } from "./actor";
import { teamChanged } from "./events";
import type { InviteMember } from "./input";
import { lockTeam } from "./lock-team";
import { recordAct } from "./record-act";

const INVITATION_LIFE_MS = 7 * DAY;

/**
 * Makes a link by which one person may join with `role`. The link is given once and only its hash is kept; it works
 * once, for seven days. Only an owner may invite an owner.
 */
export async function inviteMember(asker: MemberActor, input: InviteMember) {
  const token = newToken();
  const expiresAt = new Date(now().getTime() + INVITATION_LIFE_MS);
  return inShop(asker.shopId, async (tx) => {
    const actor = await lockTeam(tx, asker, input.role === "owner" ? "owner" : "admin");
    const [made] = await tx
      .insert(invitations)
      .values({
        shopId: actor.shopId,
        tokenHash: hashToken(token),
        role: input.role,
        invitedBy: actor.memberId,
        expiresAt,
      })
      .returning({ id: invitations.id });
    if (!made) throw new Error("insert returned no row");
    await recordAct(tx, actor, "member_invited", { role: input.role });
    await teamChanged.record(tx, actor.shopId, {});
    return { id: made.id, url: `${env().PUBLIC_URL}/join/${token}`, expiresAt: expiresAt.toISOString() };
  });
}
