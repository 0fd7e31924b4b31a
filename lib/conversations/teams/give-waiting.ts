import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { members, shops } from "#db/schema/shops";
import { teamMembers, teams } from "#db/schema/teams";
import { awayAt, PRESENT } from "#lib/shops/away-at";
import { changeConversation, findLocked } from "../access";
import { appendEvent } from "../append-message";
import { conversationChanged } from "../events";
import { isUnwanted } from "../unwanted";
import { inTurnWith } from "./in-turn-with";
import { turnOf } from "./turn-of";

/**
 * The teams that give in turn and that a member belongs to; none while she is away. She is kept as she is, so that
 * whoever found that nobody had room, before she had, has put down what waits.
 */
async function teamsOf(tx: Tx, shopId: string, memberId: string): Promise<string[]> {
  const found = await tx
    .select({ id: teams.id, ...PRESENT })
    .from(teamMembers)
    .innerJoin(teams, and(eq(teams.shopId, teamMembers.shopId), eq(teams.id, teamMembers.teamId)))
    .innerJoin(members, and(eq(members.shopId, teamMembers.shopId), eq(members.id, teamMembers.memberId)))
    .innerJoin(shops, eq(shops.id, members.shopId))
    .where(and(eq(teamMembers.shopId, shopId), inTurnWith(memberId), isNull(members.removedAt)))
    .orderBy(asc(teams.id))
    .for("share", { of: members });
  return found.filter((member) => !awayAt(member)).map(({ id }) => id);
}

const SINCE = sql`coalesce(${conversations.waitingSince}, 'infinity')`;

/** What waits in a team, open, nobody's and not of who is Spam: first in which a shopper has waited longest, then by when each began. */
async function waitingIn(tx: Tx, shopId: string, teamId: string): Promise<string[]> {
  const found = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .innerJoin(contacts, and(eq(contacts.shopId, conversations.shopId), eq(contacts.id, conversations.contactId)))
    .where(
      and(
        eq(conversations.shopId, shopId),
        eq(conversations.teamId, teamId),
        eq(conversations.status, "open"),
        isNull(conversations.assigneeId),
        isNull(contacts.spamAt),
      ),
    )
    .orderBy(asc(SINCE), asc(conversations.id));
  return found.map(({ id }) => id);
}

/** Gives one that still waits in the team to whose turn it is; false when there is nobody whom it may be given. */
async function giveOne(tx: Tx, shopId: string, teamId: string, conversationId: string): Promise<boolean> {
  const waiting = await findLocked(tx, shopId, conversationId);
  if (waiting?.status !== "open" || waiting.assigneeId || waiting.teamId !== teamId) return true;
  if (await isUnwanted(tx, shopId, waiting.contactId)) return true;
  const turn = await turnOf(tx, shopId, teamId, null);
  if (!turn) return false;
  const { memberId: toMemberId, name: toName, teamName } = turn;
  const given = await changeConversation(tx, waiting, { assigneeId: toMemberId });
  await appendEvent(tx, given, { type: "given_in_turn", toMemberId, toName, teamName });
  await conversationChanged.record(tx, shopId, { conversationId });
  return true;
}

/**
 * Gives in turn what waits in the teams of a member who is back or has room again, until everybody there has as many as a turn may bring
 * her. Each by itself, so that nothing is locked for long. Run twice it gives nothing the second time.
 */
export async function giveWaiting(shopId: string, { memberId }: { memberId: string }): Promise<void> {
  for (const teamId of await inShop(shopId, (tx) => teamsOf(tx, shopId, memberId)))
    for (const id of await inShop(shopId, (tx) => waitingIn(tx, shopId, teamId)))
      if (!(await inShop(shopId, (tx) => giveOne(tx, shopId, teamId, id)))) break;
}
