import { and, asc, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import type { MemberActor } from "#lib/shops/actor";
import { findTeam, keepTeam } from "#lib/shops/teams/keep-team";
import { lockConversation } from "../access";
import { found } from "../append-message";
import { assign } from "../assign-conversation";
import { undoOf } from "../bulk/undo-many";
import type { HandOver } from "../input";
import { type ConversationRow, readRow } from "../view-conversation";

/** The first of these teams that is not removed; null when all are. */
async function firstLiving(tx: Tx, shopId: string, teamIds: readonly (string | null)[]): Promise<string | null> {
  for (const teamId of teamIds) if (teamId && (await findTeam(tx, shopId, teamId))) return teamId;
  return null;
}

/**
 * Gives what the member holds and is open to a team, or back to where each came from: the team that has it, else
 * Unassigned. One after another, each by itself, so that what a colleague takes meanwhile stays the colleague's,
 * and a team that is removed meanwhile stops nothing.
 * `undo`: what gives it all back.
 */
export async function handOver(
  actor: MemberActor,
  { teamId }: HandOver,
): Promise<{ handed: number; undo: ReturnType<typeof undoOf> }> {
  const { shopId, memberId } = actor;
  const hers = and(
    eq(conversations.shopId, shopId),
    eq(conversations.assigneeId, memberId),
    eq(conversations.status, "open"),
  );
  const held = await inShop(shopId, async (tx) => {
    if (teamId) await keepTeam(tx, shopId, teamId);
    return tx.select({ id: conversations.id }).from(conversations).where(hers).orderBy(asc(conversations.id));
  });
  const before: ConversationRow[] = [];
  for (const { id } of held) {
    const row = await inShop(shopId, async (tx) => {
      const conversation = await lockConversation(tx, shopId, id);
      if (conversation.assigneeId !== memberId || conversation.status !== "open") return null;
      const was = found(await readRow(tx, shopId, id));
      await assign(tx, actor, conversation, {
        memberId: null,
        teamId: await firstLiving(tx, shopId, [teamId, conversation.teamId]),
      });
      return was;
    });
    if (row) before.push(row);
  }
  return { handed: before.length, undo: undoOf(before, { kind: "assign", memberId: null }) };
}
