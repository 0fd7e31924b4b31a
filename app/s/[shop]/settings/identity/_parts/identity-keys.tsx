"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useFormat, useMessages } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { IdentitySettings } from "#lib/connect/load-identity-settings";
import type { Outcome } from "#lib/http/outcome";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { Card, CardHead } from "#ui/card";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Switch } from "#ui/switch";
import { useCopy } from "../../../inbox/use-copy";
import { useAct } from "../../_parts/use-act";

type Made = { kid: string; secret: string };
type Props = {
  settings: IdentitySettings;
  create: () => Promise<Outcome<Made>>;
  end: (input: { keyId: string }) => Promise<Outcome<unknown>>;
  enforce: (input: { enforced: boolean }) => Promise<Outcome<unknown>>;
};

/** The keys a shop's server signs with, and whether anything unsigned still counts. */
export function IdentityKeys({ settings: { keys, enforced }, create, end, enforce }: Props) {
  const { identitySettings: texts } = useSettingsMessages();
  const { pending, act } = useAct();
  const [made, setMade] = useState<Made | null>(null);
  return (
    <Card>
      <CardHead title={texts.keys} />
      <div className="grid gap-3 px-4 pb-4">
        <p className="text-ink-2 text-label">{texts.keysText}</p>
        {made ? <NewSecret made={made} /> : null}
        {keys.length > 0 ? (
          <ul>
            {keys.map((key) => (
              <KeyRow key={key.id} row={key} end={() => end({ keyId: key.id })} />
            ))}
          </ul>
        ) : (
          <p className="text-ink-3 text-label">{texts.none}</p>
        )}
        <Button
          className="w-fit"
          icon={<KeyRound aria-hidden="true" size={16} />}
          busy={pending}
          onClick={() => act(create, texts.made, setMade)}
        >
          {texts.make}
        </Button>
        <Switch
          checked={enforced}
          disabled={pending}
          onChange={(on) => act(() => enforce({ enforced: on }), on ? texts.enforcedNow : texts.openNow)}
        >
          {texts.enforce}
        </Switch>
        <p className="text-caption text-ink-3">{texts.enforceText}</p>
      </div>
    </Card>
  );
}

function NewSecret({ made: { secret } }: { made: Made }) {
  const { identitySettings: texts } = useSettingsMessages();
  const { common } = useMessages();
  const copy = useCopy();
  return (
    <Banner tone="success" role="status">
      <p>{texts.once}</p>
      <p className="mt-1 flex flex-wrap items-center gap-2">
        <code className="break-all text-label">{secret}</code>
        <Button size="sm" onClick={() => copy(secret)}>
          {common.copy}
        </Button>
      </p>
    </Banner>
  );
}

type Row = IdentitySettings["keys"][number];

function KeyRow({ row, end }: { row: Row; end: () => Promise<Outcome<unknown>> }) {
  const { identitySettings: texts } = useSettingsMessages();
  const format = useFormat();
  const { pending, act } = useAct();
  const [asking, setAsking] = useState(false);
  return (
    <li className="flex min-h-13 flex-wrap items-center gap-x-3 border-line border-t py-2">
      <span className="min-w-0 grow basis-48">
        <code className="block break-all text-label">{row.id}</code>
        <span className="block text-caption text-ink-3">
          {texts.since(format.fullDate(row.createdAt))} ·{" "}
          {row.lastUsedAt ? texts.used(format.dayAndTime(row.lastUsedAt)) : texts.unused}
        </span>
      </span>
      <Button variant="ghost" size="sm" aria-label={texts.endKey(row.id)} onClick={() => setAsking(true)}>
        {texts.end}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={texts.endTitle}
        text={texts.endText}
        confirm={texts.end}
        danger
        busy={pending}
        onConfirm={() => act(end, texts.ended, () => setAsking(false))}
      />
    </li>
  );
}
