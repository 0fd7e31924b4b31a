"use client";

import { Check, Ellipsis, RefreshCw, TriangleAlert, Unplug, Wrench } from "lucide-react";
import { useState } from "react";
import { useFormat, useMessages } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { PageView } from "#lib/channels/messenger/pages/load-pages";
import { Avatar } from "#ui/avatar";
import { Badge } from "#ui/badge";
import { Card } from "#ui/card";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { IconButton } from "#ui/icon-button";
import { Menu, MenuItem } from "#ui/menu";
import { useAct } from "../../_parts/use-act";
import { HealthFacts } from "./health-facts";
import { MendNotice } from "./mend-notice";
import type { PageActions } from "./page-actions";
import { ScopeList } from "./scope-list";

const LOOKS = {
  healthy: { tone: "success", icon: <Check aria-hidden="true" size={12} /> },
  warning: { tone: "warning", icon: <TriangleAlert aria-hidden="true" size={12} /> },
  broken: { tone: "danger", icon: <Wrench aria-hidden="true" size={12} /> },
  disconnected: { tone: "neutral", icon: <Unplug aria-hidden="true" size={12} /> },
} as const;

/** One Page: who it is, how its connection is, and what can be done about it. */
export function PageCard({ page, actions }: { page: PageView; actions: PageActions }) {
  const { messengerSettings: texts } = useSettingsMessages();
  const { common } = useMessages();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { pending, act } = useAct();
  const { channelId, name, state } = page;
  const followers = page.followers === null ? null : format.number(page.followers);
  const disconnect = () =>
    act(
      () => actions.disconnect({ channelId }),
      texts.disconnected(name),
      () => setAsking(false),
    );
  return (
    <Card aria-label={name} className="overflow-hidden">
      <div className="flex items-center gap-2.5 py-3 pr-2 pl-4">
        <Avatar name={name} size={36} channel="messenger" />
        <div className="min-w-0 grow">
          <h3 className="truncate font-heading text-body">
            <bdi>{name}</bdi>
          </h3>
          <p className="text-caption text-ink-3">{texts.page(followers, format.fullDate(page.connectedAt))}</p>
        </div>
        <Badge tone={LOOKS[state].tone} icon={LOOKS[state].icon}>
          {texts.states[state]}
        </Badge>
        {state === "disconnected" ? (
          <span className="w-2" />
        ) : (
          <Menu
            align="end"
            trigger={
              <IconButton label={common.moreActionsFor(name)} icon={<Ellipsis aria-hidden="true" size={16} />} />
            }
          >
            <MenuItem
              icon={<RefreshCw aria-hidden="true" size={16} />}
              onSelect={() => act(() => actions.check({ channelId }), texts.checked(format.ago(format.now())))}
            >
              {texts.checkNow}
            </MenuItem>
            <MenuItem icon={<Unplug aria-hidden="true" size={16} />} onSelect={() => setAsking(true)}>
              {texts.disconnect}
            </MenuItem>
          </Menu>
        )}
      </div>
      {state === "disconnected" ? null : (
        <>
          <MendNotice page={page} actions={actions} />
          <HealthFacts page={page} />
          <ScopeList page={page} actions={actions} />
        </>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={texts.disconnectTitle(name)}
        text={texts.disconnectText(name)}
        confirm={texts.disconnect}
        danger
        busy={pending}
        onConfirm={disconnect}
      />
    </Card>
  );
}
