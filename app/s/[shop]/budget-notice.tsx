import { loadBudget } from "#lib/conversations/reports/load-budget";
import type { MemberActor } from "#lib/shops/actor";
import { getFormat, getMessages } from "../../_i18n/server";
import { BudgetBar } from "./_parts/budget-bar";

/** Tells whoever writes what shoppers' reports hold back, and owners and admins that there were some. */
export async function BudgetNotice({ actor, timeZone }: { actor: MemberActor; timeZone: string }) {
  const [{ state, until }, { reports }, format] = await Promise.all([
    loadBudget(actor),
    getMessages(),
    getFormat(timeZone),
  ]);
  const silent = state === "good" || (state === "warned" && actor.role === "agent");
  const text = state === "stopped" ? reports.bar.stopped(until ? format.date(until) : "") : null;
  return (
    <BudgetBar
      text={silent ? null : (text ?? reports.bar[state === "warned" ? "warned" : "slowed"])}
      stopped={state === "stopped"}
      link={reports.barLink}
    />
  );
}
