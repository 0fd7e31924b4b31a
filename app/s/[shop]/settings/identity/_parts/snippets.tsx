"use client";

import { useMessages } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import { browserSnippet, LANGUAGES, serverSnippet } from "#lib/connect/identity-snippets";
import { Button } from "#ui/button";
import { Card, CardHead } from "#ui/card";
import { Tabs } from "#ui/tabs";
import { useCopy } from "../../../inbox/use-copy";

/** What the shop's server and its pages need, ready to be copied, with this shop's own names in it. */
export function Snippets({ shop, keyId }: { shop: string; keyId: string | null }) {
  const { identitySettings: texts } = useSettingsMessages();
  const kid = keyId ?? "KEY-ID";
  return (
    <Card>
      <CardHead title={texts.snippets} />
      <div className="grid min-w-0 gap-3 px-4 pb-4">
        <p className="text-ink-2 text-label">{texts.snippetsText}</p>
        <Tabs
          label={texts.snippets}
          tabs={LANGUAGES.map(({ id, name }) => ({
            value: id,
            label: name,
            panel: <Code code={serverSnippet(id, { shop, kid })} />,
          }))}
        />
        <p className="text-ink-2 text-label">{texts.pageText}</p>
        <Code code={browserSnippet()} />
      </div>
    </Card>
  );
}

function Code({ code }: { code: string }) {
  const { common } = useMessages();
  const copy = useCopy();
  return (
    <div className="grid min-w-0 gap-2">
      <pre className="whitespace-pre-wrap rounded-md [overflow-wrap:anywhere] border border-line bg-sunken p-3 text-caption">
        <code>{code}</code>
      </pre>
      <Button size="sm" className="w-fit" onClick={() => copy(code)}>
        {common.copy}
      </Button>
    </div>
  );
}
