import { and, eq, gt, lte, sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { complaintBudgets, reports } from "#db/schema/reports";
import { type BudgetState, budgetAt, budgetSince } from "#lib/contacts/complaint-budget";
import { now } from "#lib/core/clock";
import type { MemberActor } from "#lib/shops/actor";

export type BudgetView = {
  state: BudgetState;
  /** ISO 8601; when the state ends by itself. */
  until: string | null;
  /** Shoppers who reported the shop, and the offers it sent, in the time that counts. */
  reporters: number;
  offers: number;
  /**
   * Reports that are due by what was said of them. Never whose, and of which message; null as long as so few shoppers
   * made them that one may stand out.
   */
  reasons: Record<"advertising" | "rude" | "deceiving" | "none", number> | null;
};

const FEW = 3;

/** How the shop stands by what shoppers reported, in numbers alone. */
export async function loadBudget(actor: MemberActor): Promise<BudgetView> {
  return inShop(actor.shopId, async (tx) => {
    const [held] = await tx.select().from(complaintBudgets).where(eq(complaintBudgets.shopId, actor.shopId));
    const at = now();
    const { state, until } = held ? budgetAt(held, at) : { state: "good" as const, until: null };
    const since = budgetSince({ stoppedAt: held?.stoppedAt ?? null, at });
    const due = and(
      eq(reports.shopId, actor.shopId),
      gt(reports.at, since),
      held ? lte(reports.at, held.weighedAt) : sql`false`,
    );
    const [made] = await tx
      .select({ by: sql<number>`count(distinct ${reports.contactId})::int` })
      .from(reports)
      .where(due);
    const rows = await tx
      .select({
        reason: sql<keyof NonNullable<BudgetView["reasons"]>>`coalesce(${reports.reason}, 'none')`,
        n: sql<number>`count(*)::int`,
      })
      .from(reports)
      .where(due)
      .groupBy(sql`1`);
    const reasons = { advertising: 0, rude: 0, deceiving: 0, none: 0 };
    for (const { reason, n } of rows) reasons[reason] = n;
    return {
      state,
      until: until?.toISOString() ?? null,
      reporters: held?.reporters ?? 0,
      offers: held?.offers ?? 0,
      reasons: (made?.by ?? 0) < FEW ? null : reasons,
    };
  });
}
