import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { teams } from "#db/schema/teams";
import type { LockedConversation } from "../access";
import { turnOf } from "./turn-of";

/** Where a new conversation begins: with the team that takes them and, where one is given at once, the member whose turn it is there. */
export async function placeOfNew(
  tx: Tx,
  shopId: string,
  isGiven: boolean,
): Promise<Pick<LockedConversation, "teamId" | "assigneeId"> | null> {
  const [team] = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.shopId, shopId), eq(teams.takesNew, true), isNull(teams.removedAt)))
    .for("share");
  if (!team) return null;
  const turn = isGiven ? await turnOf(tx, shopId, team.id, null) : null;
  return { teamId: team.id, assigneeId: turn?.memberId ?? null };
}
