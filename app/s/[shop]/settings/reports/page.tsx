import type { Metadata } from "next";
import { loadOfferLimits } from "#lib/conversations/load-offer-limits";
import { loadBudget } from "#lib/conversations/reports/load-budget";
import { loadShop } from "#lib/shops/load-shop";
import { getFormat, getMessages } from "../../../../_i18n/server";
import { pageMember } from "../../page-member";
import { settingsSections } from "../_parts/settings-sections";
import { SettingsShell } from "../_parts/settings-shell";
import { BudgetCard } from "./_parts/budget-card";
import { LimitsCard } from "./_parts/limits-card";
import { ReasonsCard } from "./_parts/reasons-card";
import { saveOfferLimitsAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).reports.title };
}

/** How the shop stands by what shoppers reported, and how it comes back. */
export default async function ReportsPage({ params }: { params: Promise<{ shop: string }> }) {
  const { shop: slug } = await params;
  const actor = await pageMember(slug, `/s/${slug}/settings/reports`);
  const [messages, budget, shop, limits] = await Promise.all([
    getMessages(),
    loadBudget(actor),
    loadShop(slug),
    loadOfferLimits(actor),
  ]);
  const { team, reports: texts } = messages;
  return (
    <main id="content" className="flex min-h-0 min-w-0 flex-1">
      <SettingsShell
        title={team.settings}
        part={texts.title}
        navLabel={team.settings}
        sections={settingsSections(actor, messages)}
      >
        <BudgetCard budget={budget} texts={texts} format={await getFormat(shop.timeZone)} />
        <LimitsCard limits={limits} save={actor.role === "agent" ? null : saveOfferLimitsAction.bind(null, slug)} />
        <ReasonsCard reasons={budget.reasons} texts={texts} />
      </SettingsShell>
    </main>
  );
}
