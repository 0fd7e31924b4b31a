import { eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { conversationCounts, memberCounts, mentionCounts, tagCounts, teamCounts } from "#db/schema/triage";
import type { MemberActor } from "#lib/shops/actor";
import type { CountsView } from "./counts";

/** The counts of the present transaction's shop, from the rows the trigger keeps. */
export async function readCounts(tx: Tx, shopId: string): Promise<CountsView> {
  const [[counts], held, tagged, given, named] = await Promise.all([
    tx.select().from(conversationCounts).where(eq(conversationCounts.shopId, shopId)),
    tx.select().from(memberCounts).where(eq(memberCounts.shopId, shopId)),
    tx.select().from(tagCounts).where(eq(tagCounts.shopId, shopId)),
    tx.select().from(teamCounts).where(eq(teamCounts.shopId, shopId)),
    tx.select().from(mentionCounts).where(eq(mentionCounts.shopId, shopId)),
  ]);
  return {
    version: counts?.version ?? 0,
    open: counts?.open ?? 0,
    unassigned: counts?.unassigned ?? 0,
    snoozed: counts?.snoozed ?? 0,
    closed: counts?.closed ?? 0,
    spam: counts?.spam ?? 0,
    mine: Object.fromEntries(held.map((row) => [row.memberId, row.open])),
    tags: Object.fromEntries(tagged.map((row) => [row.tagId, row.open])),
    teams: Object.fromEntries(given.map((row) => [row.teamId, row.open])),
    mentions: Object.fromEntries(named.map((row) => [row.memberId, row.open])),
  };
}

/** The counts of the actor's shop. */
export async function loadCounts(actor: MemberActor): Promise<CountsView> {
  return inShop(actor.shopId, (tx) => readCounts(tx, actor.shopId));
}
