import type { Metadata } from "next";
import { Suspense } from "react";
import { listInboundItems } from "#lib/channels/messenger/inbound/list-items";
import { LOGIN_ENDS } from "#lib/channels/messenger/pages/finish-login";
import { listPages } from "#lib/channels/messenger/pages/list-pages";
import { loadPages } from "#lib/channels/messenger/pages/load-pages";
import type { MemberActor } from "#lib/shops/actor";
import { Banner } from "#ui/banner";
import { Card } from "#ui/card";
import { Skeleton } from "#ui/skeleton";
import { getMessages } from "../../../../_i18n/server";
import { pageMember } from "../../page-member";
import { settingsSections } from "../_parts/settings-sections";
import { SettingsShell } from "../_parts/settings-shell";
import { CheckNow } from "./_parts/check-now";
import { ChooseCard } from "./_parts/choose-card";
import { LoginConnectCard } from "./_parts/login-connect-card";
import type { PageActions } from "./_parts/page-actions";
import { PageList } from "./_parts/page-list";
import { UnprocessedCard } from "./_parts/unprocessed-card";
import {
  checkPageAction,
  connectPageAction,
  disconnectPageAction,
  mendPageAction,
  replayAllInboundItemsAction,
  replayInboundItemAction,
  setHumanAgentAction,
  setLoginConnectAction,
  setReceiptFirstAction,
  startLoginAction,
} from "./actions";
import { HistorySection } from "./history-section";
import { ProfileSection } from "./profile-section";
import { TemplatesSection } from "./templates-section";

type Props = {
  params: Promise<{ shop: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).messengerSettings.pageTitle };
}

export default async function MessengerPage({ params, searchParams }: Props) {
  const [{ shop: slug }, { login }] = await Promise.all([params, searchParams]);
  const actor = await pageMember(slug, `/s/${slug}/settings/messenger`);
  const messages = await getMessages();
  const { team, messengerSettings: texts } = messages;
  const shell = { title: team.settings, part: texts.title, navLabel: team.settings };
  const sections = settingsSections(actor, messages);
  if (actor.role === "agent")
    return (
      <main id="content" className="flex min-h-0 min-w-0 flex-1">
        <SettingsShell {...shell} sections={sections}>
          <Banner>{texts.ownersOnly}</Banner>
        </SettingsShell>
      </main>
    );
  const { pages, logins } = await loadPages(actor);
  const unprocessed = await Promise.all(
    pages.map(async ({ channelId, name }) => ({ channelId, name, ...(await listInboundItems(actor, { channelId })) })),
  );
  const actions = actionsOf(slug);
  const inUse = pages.filter(({ state }) => state !== "disconnected");
  const named = (pageName: string) => (inUse.length > 1 ? { pageName } : {});
  const end = LOGIN_ENDS.find((one) => one === login);
  return (
    <main id="content" className="flex min-h-0 min-w-0 flex-1">
      <SettingsShell
        {...shell}
        sections={sections}
        action={inUse.length > 0 ? <CheckNow pages={inUse} actions={actions} /> : null}
      >
        {end ? (
          <Banner tone={end === "done" ? "success" : "warning"} role="status">
            {texts.logins[end]}
          </Banner>
        ) : null}
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
          {pages.length > 0 ? <PageList pages={pages} actions={actions} /> : null}
          <div className="grid gap-3">
            <Suspense fallback={<ChoosingCard label={texts.loading} />}>
              <Chooser actor={actor} actions={actions} />
            </Suspense>
            {inUse.map(({ channelId, name }) => (
              <HistorySection key={channelId} actor={actor} channelId={channelId} {...named(name)} />
            ))}
            {inUse.length > 0 ? <LoginConnectCard pages={inUse} logins={logins} actions={actions} /> : null}
            {unprocessed.map((one) => (
              <UnprocessedCard key={one.channelId} {...one} named={pages.length > 1} actions={actions} />
            ))}
            {inUse.map(({ channelId }) => (
              <ProfileSection key={channelId} actor={actor} channelId={channelId} named={inUse.length > 1} />
            ))}
            {inUse.map(({ channelId, name }) => (
              <TemplatesSection key={channelId} actor={actor} channelId={channelId} {...named(name)} />
            ))}
          </div>
        </div>
      </SettingsShell>
    </main>
  );
}

function actionsOf(slug: string): PageActions {
  return {
    startLogin: startLoginAction.bind(null, slug),
    connect: connectPageAction.bind(null, slug),
    disconnect: disconnectPageAction.bind(null, slug),
    check: checkPageAction.bind(null, slug),
    mend: mendPageAction.bind(null, slug),
    setHumanAgent: setHumanAgentAction.bind(null, slug),
    setLoginConnect: setLoginConnectAction.bind(null, slug),
    setReceiptFirst: setReceiptFirstAction.bind(null, slug),
    replay: replayInboundItemAction.bind(null, slug),
    replayAll: replayAllInboundItemsAction.bind(null, slug),
  };
}

async function Chooser({ actor, actions }: { actor: MemberActor; actions: PageActions }) {
  return <ChooseCard choices={await listPages(actor)} actions={actions} />;
}

function ChoosingCard({ label }: { label: string }) {
  return (
    <Card aria-label={label} aria-busy="true" className="grid gap-2 px-4 py-3.5">
      <Skeleton className="h-5 w-36" />
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-10 w-full" />
    </Card>
  );
}
