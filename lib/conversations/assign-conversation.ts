import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import type { MemberActor } from "#lib/shops/actor";
import { lockMember } from "#lib/shops/load-member";
import { keepTeam } from "#lib/shops/teams/keep-team";
import { changeConversation, type LockedConversation, lockConversation } from "./access";
import { appendEvent, found } from "./append-message";
import { conversationChanged } from "./events";
import type { AssignConversation } from "./input";
import { turnOf } from "./teams/turn-of";
import { type ConversationRow, readRow } from "./view-conversation";

type To = Omit<AssignConversation, "conversationId">;

/**
 * Gives a locked conversation to a living member, to a team, or to nobody. A member who is given one of a team's keeps
 * it the team's, unless `teamId` says otherwise; a team that gives in turn passes on at once what is open. Nothing of the
 * transaction may have changed a count before.
 */
export async function assign(
  tx: Tx,
  by: Pick<MemberActor, "shopId" | "memberId" | "name">,
  conversation: LockedConversation,
  to: To,
): Promise<void> {
  const { shopId, id: conversationId } = conversation;
  const teamId = to.teamId === undefined && to.memberId ? conversation.teamId : (to.teamId ?? null);
  const isTeam = teamId !== null && to.memberId === null;
  if (conversation.assigneeId === to.memberId && conversation.teamId === teamId) return;
  const team = teamId && (isTeam || teamId !== conversation.teamId) ? await keepTeam(tx, shopId, teamId) : null;
  const holder = to.memberId ? await lockMember(tx, by, to.memberId, "share") : null;
  const isNext = isTeam && conversation.status === "open";
  const turn = isNext ? await turnOf(tx, shopId, teamId, conversation.assigneeId) : null;
  const assigneeId = turn?.memberId ?? to.memberId;
  const changed = await changeConversation(tx, conversation, { assigneeId, teamId });
  const { memberId: byMemberId, name: byName } = by;
  const told = await appendEvent(
    tx,
    changed,
    isTeam
      ? { type: "team_assigned", byMemberId, byName, teamId, teamName: team?.name ?? "" }
      : { type: "assigned", byMemberId, byName, toMemberId: to.memberId, toName: holder?.name ?? null },
  );
  if (turn) {
    const { memberId: toMemberId, name: toName, teamName } = turn;
    await appendEvent(tx, told, { type: "given_in_turn", toMemberId, toName, teamName });
  }
  await conversationChanged.record(tx, shopId, { conversationId });
}

/** Gives a conversation to a living member of the shop, to a team, or to nobody. */
export async function assignConversation(actor: MemberActor, input: AssignConversation): Promise<ConversationRow> {
  const { conversationId, ...to } = input;
  return inShop(actor.shopId, async (tx) => {
    await assign(tx, actor, await lockConversation(tx, actor.shopId, conversationId), to);
    return found(await readRow(tx, actor.shopId, conversationId));
  });
}

/**
 * Gives back what a removed member still holds, closed conversations too, which may open again: to the team that has
 * it, else to Unassigned. Run twice it does nothing the second time.
 */
export async function releaseConversations(shopId: string, payload: { memberId: string }): Promise<void> {
  await inShop(shopId, async (tx) => {
    const held = await tx
      .select()
      .from(conversations)
      .where(and(eq(conversations.shopId, shopId), eq(conversations.assigneeId, payload.memberId)))
      .orderBy(conversations.id)
      .for("no key update");
    for (const conversation of held) {
      await changeConversation(tx, conversation, { assigneeId: null });
      await conversationChanged.record(tx, shopId, { conversationId: conversation.id });
    }
  });
}
