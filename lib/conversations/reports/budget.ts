import { and, desc, eq, gt, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { complaintBudgets, reports } from "#db/schema/reports";
import { type Budget, budgetAt, budgetSince, GOOD_BUDGET, weighBudget } from "#lib/contacts/complaint-budget";
import { now } from "#lib/core/clock";
import { budgetChanged } from "./events";

/** How a shop stands now by what shoppers reported. */
export async function readBudget(tx: Tx, shopId: string): Promise<Budget> {
  const [held] = await tx.select().from(complaintBudgets).where(eq(complaintBudgets.shopId, shopId));
  return held ? budgetAt(held, now()) : GOOD_BUDGET;
}

/** When this contact last reported a message of the shop; null when no report of hers stands. */
export async function readReportedAt(tx: Tx, shopId: string, contactId: string): Promise<Date | null> {
  const [last] = await tx
    .select({ at: reports.at })
    .from(reports)
    .innerJoin(
      conversations,
      and(eq(conversations.shopId, reports.shopId), eq(conversations.id, reports.conversationId)),
    )
    .where(and(eq(reports.shopId, shopId), eq(conversations.contactId, contactId)))
    .orderBy(desc(reports.at))
    .limit(1);
  return last?.at ?? null;
}

/**
 * Weighs a shop anew by the reports that count and the offers that went out, and tells its members what changed for them.
 * Whoever weighs at the same time waits, so that the last sees every report.
 */
export async function weighAnew(tx: Tx, shopId: string): Promise<void> {
  await tx.insert(complaintBudgets).values({ shopId }).onConflictDoNothing();
  const own = eq(complaintBudgets.shopId, shopId);
  const [held] = await tx.select().from(complaintBudgets).where(own).for("update");
  const at = now();
  const given = { stoppedAt: held?.stoppedAt ?? null, at };
  const since = budgetSince(given);
  const reportedAt = await readReporters(tx, shopId, since);
  const offers = await countOffers(tx, shopId, since);
  const budget = weighBudget({ ...given, reportedAt, offers });
  const reporters = reportedAt.length;
  await tx
    .update(complaintBudgets)
    .set({ ...budget, reporters, offers, weighedAt: at })
    .where(own);
  if (!held || !says(held, { ...budget, reporters })) await budgetChanged.record(tx, shopId, {});
}

type Shown = Pick<typeof complaintBudgets.$inferSelect, "state" | "until" | "reporters">;

/** Whether members read the same of both; the offers that went out are no news. */
const says = (one: Shown, other: Shown) =>
  one.state === other.state && one.until?.getTime() === other.until?.getTime() && one.reporters === other.reporters;

/** When each shopper last reported the shop since then: whoever reports ten messages is one. */
async function readReporters(tx: Tx, shopId: string, since: Date): Promise<Date[]> {
  const rows = await tx
    .select({ at: sql<Date>`max(${reports.at})`.mapWith(reports.at) })
    .from(reports)
    .where(and(eq(reports.shopId, shopId), sql`${reports.counts}`, gt(reports.at, since)))
    .groupBy(reports.contactId);
  return rows.map(({ at }) => at);
}

/** The conditions stand in the words of their index, so that a large shop's offers are counted in it. */
async function countOffers(tx: Tx, shopId: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(messages)
    .where(
      and(
        eq(messages.shopId, shopId),
        sql`${messages.purpose} = 'offers' and ${messages.author} <> 'contact'`,
        gt(messages.createdAt, since),
        eq(messages.delivery, "sent"),
      ),
    );
  return row?.n ?? 0;
}
