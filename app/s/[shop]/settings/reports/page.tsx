import type { Metadata } from "next";
import { loadBudget } from "#lib/conversations/reports/load-budget";
import { loadShop } from "#lib/shops/load-shop";
import { getFormat, getMessages } from "../../../../_i18n/server";
import { pageMember } from "../../page-member";
import { settingsSections } from "../_parts/settings-sections";
import { SettingsShell } from "../_parts/settings-shell";
import { BudgetCard } from "./_parts/budget-card";
import { ReasonsCard } from "./_parts/reasons-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).reports.title };
}

/** How the shop stands by what shoppers reported, and how it comes back. */
export default async function ReportsPage({ params }: { params: Promise<{ shop: string }> }) {
  const { shop: slug } = await params;
  const actor = await pageMember(slug, `/s/${slug}/settings/reports`);
  const [messages, budget, shop] = await Promise.all([getMessages(), loadBudget(actor), loadShop(slug)]);
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
        <ReasonsCard reasons={budget.reasons} texts={texts} />
      </SettingsShell>
    </main>
  );
}
