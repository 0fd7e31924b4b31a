import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { persons } from "#db/schema/persons";
import { members, shops } from "#db/schema/shops";
import { teams } from "#db/schema/teams";
import { awayAt, PRESENT } from "#lib/shops/away-at";
import { changeConversation, type LockedConversation } from "../access";
import { appendEvent } from "../append-message";
import { turnOf } from "./turn-of";

/**
 * Who holds a conversation, removed or not; kept as she is, so that whose turn it is elsewhere is chosen before or after
 * what this transaction does to how much she holds.
 */
export async function keepHolder(tx: Tx, shopId: string, memberId: string) {
  const [holder] = await tx
    .select({ id: members.id, ...PRESENT, removedAt: members.removedAt, name: persons.name })
    .from(members)
    .innerJoin(persons, eq(persons.id, members.personId))
    .innerJoin(shops, eq(shops.id, members.shopId))
    .where(and(eq(members.shopId, shopId), eq(members.id, memberId)))
    .for("share", { of: members });
  return holder ?? null;
}

async function nameOf(tx: Tx, shopId: string, teamId: string): Promise<string | null> {
  const [team] = await tx
    .select({ name: teams.name })
    .from(teams)
    .where(and(eq(teams.shopId, shopId), eq(teams.id, teamId)));
  return team?.name ?? null;
}

/** Says in a conversation that begins now whose turn it was. `at`: when what begins it happened, by a platform's clock. */
export async function tellTurn(tx: Tx, conversation: LockedConversation, at?: Date): Promise<LockedConversation> {
  const { shopId, assigneeId, teamId } = conversation;
  const holder = assigneeId ? await keepHolder(tx, shopId, assigneeId) : null;
  const teamName = teamId ? await nameOf(tx, shopId, teamId) : null;
  if (!holder || teamName === null) return conversation;
  const begun = at ? { ...conversation, lastMessageAt: at } : conversation;
  const event = { type: "given_in_turn" as const, toMemberId: holder.id, toName: holder.name, teamName };
  return appendEvent(tx, begun, event, at ? { createdAt: at } : {});
}

/**
 * Gives a locked conversation that is about to be open again to whoever is there: its holder; else, where its team gives
 * in turn, the member whose turn it is; else it waits with its team, or for anybody. `at`: when what opens it was
 * written, by a platform's clock. Nothing of the transaction may have changed a count before.
 */
export async function comeBack(tx: Tx, conversation: LockedConversation, at?: Date): Promise<LockedConversation> {
  const { shopId, assigneeId, teamId } = conversation;
  if (!assigneeId && !teamId) return conversation;
  const holder = assigneeId ? await keepHolder(tx, shopId, assigneeId) : null;
  if (holder && !holder.removedAt && !awayAt(holder)) return conversation;
  const turn = teamId ? await turnOf(tx, shopId, teamId, assigneeId) : null;
  const told = at ? { createdAt: at } : {};
  if (turn) {
    const { memberId: toMemberId, name: toName, teamName } = turn;
    const given = await changeConversation(tx, conversation, { assigneeId: toMemberId });
    return appendEvent(tx, given, { type: "given_in_turn", toMemberId, toName, teamName }, told);
  }
  if (!holder) return conversation;
  const { id: memberId, name } = holder;
  const teamName = teamId ? await nameOf(tx, shopId, teamId) : null;
  const left = await changeConversation(tx, conversation, { assigneeId: null });
  return appendEvent(tx, left, { type: "left_by_away", memberId, name, teamName }, told);
}
