"use client";

import { Check } from "lucide-react";
import { useState } from "react";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import { NEEDED_SCOPES, OPTIONAL_SCOPES, type OptionalScope } from "#lib/channels/messenger/pages/scopes";
import { Button } from "#ui/button";
import { Checkbox } from "#ui/checkbox";
import type { PageActions } from "./page-actions";
import { useLogin } from "./use-login";

type Props = {
  actions: PageActions;
  /** She logged in before: what she refused then is asked again. */
  again: boolean;
};

/** What Facebook will ask, each with what it is for, and the way there. */
export function LoginForm({ actions, again }: Props) {
  const { messengerSettings: texts } = useSettingsMessages();
  const [optional, setOptional] = useState<readonly OptionalScope[]>([]);
  const { going, logIn } = useLogin(actions);
  const tick = (scope: OptionalScope, on: boolean) =>
    setOptional((held) => (on ? [...held, scope] : held.filter((one) => one !== scope)));
  return (
    <div className="grid gap-3">
      <ul className="grid gap-1.5">
        {NEEDED_SCOPES.map((scope) => (
          <li key={scope} className="flex items-start gap-2 text-label">
            <Check aria-hidden="true" size={14} className="mt-0.5 shrink-0 text-ink-3" />
            <span className="min-w-0">
              {texts.scopes[scope]} <code className="break-words font-mono text-[0.75rem] text-ink-3">{scope}</code>
            </span>
          </li>
        ))}
      </ul>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1 text-caption text-ink-3">{texts.loginAlso}</legend>
        {OPTIONAL_SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            checked={optional.includes(scope)}
            onChange={(event) => tick(scope, event.currentTarget.checked)}
          >
            {texts.scopes[scope]} <code className="break-words font-mono text-[0.75rem] text-ink-3">{scope}</code>
          </Checkbox>
        ))}
      </fieldset>
      <div>
        <Button variant="fb" busy={going} onClick={() => logIn(again, [...optional])}>
          {texts.login}
        </Button>
      </div>
    </div>
  );
}
