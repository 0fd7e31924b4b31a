import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { listBrokenPages } from "#lib/channels/messenger/pages/load-pages";
import { loadCounts } from "#lib/conversations/load-counts";
import { listTags } from "#lib/conversations/tags/list-tags";
import { listViews } from "#lib/conversations/views/list-views";
import { now } from "#lib/core/clock";
import { currentPerson } from "#lib/http/session";
import { liveSettings } from "#lib/realtime/live-settings";
import { countMembers } from "#lib/shops/count-members";
import { listAway } from "#lib/shops/list-away";
import { listMemberships } from "#lib/shops/list-memberships";
import { loadShop } from "#lib/shops/load-shop";
import { loadNoticeChoices } from "#lib/shops/notices/load-notice-choices";
import { listTeams } from "#lib/shops/teams/list-teams";
import { ZoneProvider } from "../../_i18n/language";
import { getLocale, getMessages } from "../../_i18n/server";
import { getTheme } from "../../_preferences/get-theme";
import { RealtimeProvider } from "../../_realtime/provider";
import { ConnectionBar } from "./_parts/connection-bar";
import { LiveShop } from "./_parts/live-shop";
import { NoticesProvider } from "./_parts/notices-provider";
import { PageBar } from "./_parts/page-bar";
import { Rail } from "./_parts/rail";
import { ShopKeys } from "./_parts/shop-keys";
import { TabBar } from "./_parts/tab-bar";
import { TeamsProvider } from "./_parts/teams-provider";
import { BudgetNotice } from "./budget-notice";
import {
  closeConversationAction,
  reopenConversationAction,
  saveDraftAction,
  sendMessageAction,
  writeNoteAction,
} from "./inbox/actions";
import { putBackAction, snoozeConversationAction } from "./inbox/triage/actions";
import { findMember } from "./page-member";
import { settingsSections } from "./settings/_parts/settings-sections";
import { changesSince } from "./since";
import { ViewCountsProvider } from "./views/view-counts-provider";

/** What may be done with a conversation once a message in it is stored. */
const afterActions = (slug: string) => ({
  close: closeConversationAction.bind(null, slug),
  reopen: reopenConversationAction.bind(null, slug),
  snooze: snoozeConversationAction.bind(null, slug),
  putBack: putBackAction.bind(null, slug),
});

type Props = { children: ReactNode; params: Promise<{ shop: string }> };

/**
 * The frame of a shop. It draws nothing for whoever is not signed in: the page inside sends her to sign in. A shop that
 * is not hers is refused here, since a page that is still loading has been answered with 200 already.
 */
export default async function ShopLayout({ children, params }: Props) {
  const { shop: slug } = await params;
  const actor = await findMember(slug);
  if (!actor && (await currentPerson())) notFound();
  if (!actor) return children;
  const since = changesSince();
  const [shop, shops, counts, tags, views, teams, away, living, choices, broken, locale, theme, messages] =
    await Promise.all([
      loadShop(slug),
      listMemberships(actor.personId),
      loadCounts(actor),
      listTags(actor),
      listViews(actor),
      listTeams(actor),
      listAway(actor),
      countMembers(actor),
      loadNoticeChoices(actor),
      listBrokenPages(actor),
      getLocale(),
      getTheme(),
      getMessages(),
    ]);
  const { messengerSettings: texts } = messages;
  const sections = settingsSections(actor, messages).map(({ href, label }) => ({ href, label }));
  const wrong = broken.map(({ channelId, name, trouble, paused }) => ({
    channelId,
    title: texts.bar(name),
    trouble: texts.troubles[trouble],
    waiting: paused ? texts.barPaused : null,
  }));
  const facts = {
    id: actor.shopId,
    slug,
    name: shop.name,
    colour: shop.colour,
    currency: shop.currency,
    memberId: actor.memberId,
    memberName: actor.name,
    role: actor.role,
  };
  return (
    <ZoneProvider locale={locale} timeZone={shop.timeZone} drawnAt={now().toISOString()}>
      <RealtimeProvider settings={liveSettings()}>
        <TeamsProvider teams={teams} away={away} members={living}>
          <NoticesProvider choices={choices}>
            <LiveShop
              key={shop.id}
              facts={facts}
              counts={counts}
              tags={tags}
              views={views}
              since={since}
              senders={{ send: sendMessageAction.bind(null, slug), note: writeNoteAction.bind(null, slug) }}
              after={afterActions(slug)}
              saveDraft={saveDraftAction.bind(null, slug)}
            >
              <ViewCountsProvider>
                <div className="@container/app grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto] overflow-hidden md:grid-cols-[var(--w-rail)_minmax(0,1fr)] md:grid-rows-[auto_minmax(0,1fr)]">
                  <div className="col-span-full min-w-0">
                    <ConnectionBar />
                    <PageBar pages={wrong} link={texts.barLink} />
                    <BudgetNotice actor={actor} timeZone={shop.timeZone} />
                  </div>
                  <Rail shops={shops} theme={theme} />
                  <div className="flex min-h-0 min-w-0 flex-col overflow-y-auto">{children}</div>
                  <TabBar shops={shops} theme={theme} />
                  <ShopKeys sections={sections} />
                </div>
              </ViewCountsProvider>
            </LiveShop>
          </NoticesProvider>
        </TeamsProvider>
      </RealtimeProvider>
    </ZoneProvider>
  );
}
