"use client";

import { History, LogOut, Monitor, Smartphone, Tablet } from "lucide-react";
import { useState } from "react";
import { useFormat, useMessages } from "#app/_i18n/language";
import { browserName } from "#lib/http/browser-name";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Card, CardHead } from "#ui/card";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { useAct } from "../../_parts/use-act";
import type { TeamActions } from "./team-actions";

export type Session = {
  id: string;
  /** The User-Agent header of its sign-in. */
  userAgent: string | null;
  createdAt: string;
  lastSeenAt: string;
  current: boolean;
};

const ICONS = { desktop: Monitor, phone: Smartphone, tablet: Tablet };

function SessionRow({ session, actions }: { session: Session; actions: TeamActions }) {
  const { team } = useMessages();
  const format = useFormat();
  const { pending, act } = useAct();
  const { browser, system, kind } = browserName(session.userAgent);
  const device = browser && system ? team.browserOnSystem(browser, system) : (browser ?? system ?? team.unknownDevice);
  const Icon = ICONS[kind];
  const since = team.signedInOn(format.fullDate(session.createdAt));
  return (
    <li className="flex min-h-13 flex-wrap items-center gap-x-3 border-line border-t px-4 py-2">
      <Icon aria-hidden="true" size={20} className="text-ink-3 max-sm:hidden" />
      <span className="min-w-0 grow basis-32">
        <b className="block text-label leading-snug">{session.current ? team.thisBrowser : device}</b>
        <span className="block text-caption text-ink-3">{session.current ? `${device} · ${since}` : since}</span>
      </span>
      {session.current ? (
        <Badge tone="success">{team.thisOne}</Badge>
      ) : (
        <>
          <span className="text-right text-caption text-ink-3 tabular-nums">
            {format.dayAndTime(session.lastSeenAt)}
          </span>
          <Button
            variant="ghost"
            size="sm"
            busy={pending}
            aria-label={team.signOutOf(device)}
            onClick={() => act(() => actions.endSession({ sessionId: session.id }), team.signedOut)}
          >
            {team.signOut}
          </Button>
        </>
      )}
    </li>
  );
}

type Props = { firstName: string; sessions: readonly Session[]; actions: TeamActions };

/** Where the reader is signed in, and the way out of each. */
export function SessionsCard({ firstName, sessions, actions }: Props) {
  const { team } = useMessages();
  const [asking, setAsking] = useState(false);
  const { pending, act } = useAct();
  const leave = () =>
    act(
      () => actions.signOutEverywhere({}),
      team.signedOut,
      () => window.location.assign("/login"),
    );
  return (
    <Card className="overflow-hidden">
      <CardHead
        title={team.sessionsTitle(firstName)}
        text={team.sessions(sessions.length)}
        actions={
          <Button variant="danger" icon={<LogOut aria-hidden="true" size={16} />} onClick={() => setAsking(true)}>
            {team.signOutEverywhere}
          </Button>
        }
      />
      <ul>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} actions={actions} />
        ))}
      </ul>
      <p className="flex items-start gap-3 border-line border-t px-4 py-2.5 text-caption text-ink-3">
        <History aria-hidden="true" size={16} />
        {team.removalNote}
      </p>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={team.signOutTitle}
        text={team.signOutText}
        confirm={team.signOutEverywhere}
        danger
        busy={pending}
        onConfirm={leave}
      />
    </Card>
  );
}
