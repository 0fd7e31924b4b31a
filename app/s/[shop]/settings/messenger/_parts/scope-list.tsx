"use client";

import { Check, X } from "lucide-react";
import type { ReactNode } from "react";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { PageView } from "#lib/channels/messenger/pages/load-pages";
import { NEEDED_SCOPES } from "#lib/channels/messenger/pages/scopes";
import { Switch } from "#ui/switch";
import { useAct } from "../../_parts/use-act";
import type { PageActions } from "./page-actions";

function Row({ name, text, given, children }: { name: string; text: string; given: boolean; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)_auto] items-center gap-x-2 py-1 text-label sm:grid-cols-[20px_184px_minmax(0,1fr)_auto]">
      <span
        className={`grid size-4.5 place-items-center rounded-full ${given ? "bg-success-soft text-success-ink" : "bg-danger-soft text-danger-ink"}`}
      >
        {given ? <Check aria-hidden="true" size={12} /> : <X aria-hidden="true" size={12} />}
      </span>
      <code className="min-w-0 break-words font-mono text-[0.75rem]">{name}</code>
      <span className="text-ink-2 max-sm:col-span-2 max-sm:col-start-2 max-sm:row-start-2">{text}</span>
      {children}
    </li>
  );
}

/** What the Page's token may do, one scope at a time, and the feature no call tells of. */
export function ScopeList({ page, actions }: { page: PageView; actions: PageActions }) {
  const { messengerSettings: texts } = useSettingsMessages();
  const { pending, act } = useAct();
  const set = (on: boolean) =>
    act(() => actions.setHumanAgent({ channelId: page.channelId, on }), on ? texts.humanAgentOn : texts.humanAgentEnd);
  return (
    <ul aria-label={texts.scopesOf(page.name)} className="px-4 py-1.5">
      {NEEDED_SCOPES.map((scope) => {
        const given = page.scopes.includes(scope);
        return (
          <Row key={scope} name={scope} text={texts.scopes[scope]} given={given}>
            <span className={given ? "text-caption text-success-ink" : "font-label text-caption text-danger-ink"}>
              {given ? texts.granted : texts.missing}
            </span>
          </Row>
        );
      })}
      <Row name={texts.humanAgent} text={texts.humanAgentText} given={page.humanAgent}>
        <span className="flex items-center gap-2 text-caption text-ink-3">
          {page.humanAgent ? texts.granted : texts.humanAgentOff}
          <Switch
            checked={page.humanAgent}
            disabled={pending}
            onChange={set}
            label={texts.humanAgentLabel(page.name)}
          />
        </span>
      </Row>
    </ul>
  );
}
