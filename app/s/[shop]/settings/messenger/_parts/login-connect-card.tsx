"use client";

import { Check } from "lucide-react";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { MessengerView, PageView } from "#lib/channels/messenger/pages/load-pages";
import { Badge } from "#ui/badge";
import { Card } from "#ui/card";
import { Switch } from "#ui/switch";
import { useAct } from "../../_parts/use-act";
import type { PageActions } from "./page-actions";

type Props = { pages: readonly PageView[]; logins: MessengerView["logins"]; actions: PageActions };

/** Which Page asks shoppers at the storefront's Facebook login, and what that needs. */
export function LoginConnectCard({ pages, logins, actions }: Props) {
  const { messengerSettings: texts } = useSettingsMessages();
  const { pending, act } = useAct();
  const asking = pages.find((page) => page.loginConnect);
  const [first] = pages;
  const set = (channelId: string, on: boolean) =>
    act(() => actions.setLoginConnect({ channelId, on }), on ? texts.loginConnectOn : texts.loginConnectEnd);
  const setReceipt = (channelId: string, on: boolean) =>
    act(() => actions.setReceiptFirst({ channelId, on }), on ? texts.receiptFirstOn : texts.receiptFirstOff);
  return (
    <Card className="px-4 py-3.5">
      <div className="mb-1.5 flex items-center gap-2">
        <h2 className="font-heading text-body">{texts.loginConnect}</h2>
        <Badge tone={asking ? "success" : "neutral"} icon={asking ? <Check aria-hidden="true" size={12} /> : null}>
          {asking ? texts.on : texts.off}
        </Badge>
      </div>
      <p className="text-ink-2 text-label">
        {texts.loginConnectText(asking?.name ?? first?.name ?? "")}{" "}
        {asking && logins.all > 0 ? texts.allowedOf(logins.allowed, logins.all) : null}
      </p>
      <ul className="my-2 grid">
        {pages.map((page) => (
          <li key={page.channelId} className="flex min-h-10 items-center justify-between gap-3 text-label">
            <bdi className="min-w-0 truncate">{page.name}</bdi>
            <Switch
              checked={page.loginConnect}
              disabled={pending}
              onChange={(on) => set(page.channelId, on)}
              label={texts.loginConnectLabel(page.name)}
            />
          </li>
        ))}
      </ul>
      {asking ? (
        <div className="mb-2 flex items-center justify-between gap-3 border-line border-t pt-2 text-label">
          <div className="min-w-0">
            <p>{texts.receiptFirst}</p>
            <p className="text-caption text-ink-3">{texts.receiptFirstText}</p>
          </div>
          <Switch
            checked={asking.receiptFirst}
            disabled={pending}
            onChange={(on) => setReceipt(asking.channelId, on)}
            label={texts.receiptFirst}
          />
        </div>
      ) : null}
      <p className="text-caption text-ink-3">{texts.loginConnectNeeds}</p>
      <ul className="list-disc ps-4 text-caption text-ink-3">
        {Object.values(texts.loginConnectList).map((need) => (
          <li key={need}>{need}</li>
        ))}
      </ul>
    </Card>
  );
}
