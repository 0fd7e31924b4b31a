import { and, desc, eq, gt, lte, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { conversations, messages } from "#db/schema/conversations";
import { complaintBudgets, reports } from "#db/schema/reports";
import { type Budget, budgetAt, budgetSince, GOOD_BUDGET, weighBudget } from "#lib/contacts/complaint-budget";
import { DAY, now } from "#lib/core/clock";
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

/** A report is due once it is this old, unless so many shoppers made one since the last that none of them stands out. */
const DUE_AFTER_MS = DAY;
const AT_ONCE = 3;
const BEFORE_ALL = new Date(0);

const dayOf = (at: Date) => Math.floor(at.getTime() / DAY);
/** What the shop reads of when its state ends tells no hour of a report. */
const endOfDay = (at: Date) => new Date((dayOf(at) + 1) * DAY);

/** Until when reports count by now, if they are to be weighed now: once a day, or when several came. Source: docs/decisions/0020. */
async function dueUntil(tx: Tx, shopId: string, { weighedAt, since }: { weighedAt: Date; since: Date }) {
  const at = now();
  const fresh = (await readReporters(tx, shopId, { since, to: at })).filter(({ first }) => first > weighedAt);
  if (fresh.length >= AT_ONCE) return at;
  if (dayOf(at) <= dayOf(new Date(weighedAt.getTime() + DUE_AFTER_MS))) return null;
  return new Date(Math.max(weighedAt.getTime(), at.getTime() - DUE_AFTER_MS));
}

/**
 * Weighs a shop anew by the reports that are due and count and the offers that went out, and tells its members what
 * changed for them. `weighedAt` is kept as the instant until which reports are due. Whoever weighs at the same time
 * waits, so that the last sees every report.
 */
export async function weighAnew(tx: Tx, shopId: string): Promise<void> {
  await tx.insert(complaintBudgets).values({ shopId, weighedAt: BEFORE_ALL }).onConflictDoNothing();
  const own = eq(complaintBudgets.shopId, shopId);
  const [held] = await tx.select().from(complaintBudgets).where(own).for("update");
  const [at, weighedAt] = [now(), held?.weighedAt ?? BEFORE_ALL];
  const given = { stoppedAt: held?.stoppedAt ?? null, at };
  const since = budgetSince(given);
  const to = await dueUntil(tx, shopId, { weighedAt, since });
  if (!to) return;
  const found = await readReporters(tx, shopId, { since, to });
  const offers = await countOffers(tx, shopId, since);
  const budget = weighBudget({ ...given, reportedAt: found.map(({ last }) => endOfDay(last)), offers });
  const reporters = found.length;
  await tx
    .update(complaintBudgets)
    .set({ ...budget, reporters, offers, weighedAt: to })
    .where(own);
  if (!held || !says(held, { ...budget, reporters })) await budgetChanged.record(tx, shopId, {});
}

type Shown = Pick<typeof complaintBudgets.$inferSelect, "state" | "until" | "reporters">;

/** Whether members read the same of both; the offers that went out are no news. */
const says = (one: Shown, other: Shown) =>
  one.state === other.state && one.until?.getTime() === other.until?.getTime() && one.reporters === other.reporters;

/** When each shopper first and last reported the shop in that time: whoever reports ten messages is one. */
async function readReporters(tx: Tx, shopId: string, { since, to }: { since: Date; to: Date }) {
  return tx
    .select({
      first: sql<Date>`min(${reports.at})`.mapWith(reports.at),
      last: sql<Date>`max(${reports.at})`.mapWith(reports.at),
    })
    .from(reports)
    .where(and(eq(reports.shopId, shopId), sql`${reports.counts}`, gt(reports.at, since), lte(reports.at, to)))
    .groupBy(reports.contactId);
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
