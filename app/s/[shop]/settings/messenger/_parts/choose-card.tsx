"use client";

import { Lock } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useMessages } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { PageChoice, PageChoices } from "#lib/channels/messenger/pages/list-pages";
import { Button } from "#ui/button";
import { Card } from "#ui/card";
import { Radio } from "#ui/radio";
import { TextButton } from "#ui/text-link";
import { notify } from "#ui/toast";
import { useAct } from "../../_parts/use-act";
import { LoginForm } from "./login-form";
import type { PageActions } from "./page-actions";

type Props = { choices: PageChoices; actions: PageActions };

/** The reader's Pages on Facebook, one of which she connects; before her login, the way to it. */
export function ChooseCard({ choices, actions }: Props) {
  const { messengerSettings: texts } = useSettingsMessages();
  const { common } = useMessages();
  const router = useRouter();
  const [pressed, setPressed] = useState(false);
  if (choices.login === "none")
    return (
      <Frame title={texts.loginTitle} lead={texts.loginText}>
        <LoginForm actions={actions} again={false} />
      </Frame>
    );
  if (choices.login !== "ok")
    return (
      <Frame title={texts.choose} lead={choices.login === "away" ? texts.loginAway : texts.loginEnded}>
        {choices.login === "ended" ? (
          <LoginForm actions={actions} again />
        ) : (
          <Button onClick={() => router.refresh()}>{common.tryAgain}</Button>
        )}
      </Frame>
    );
  const { pages, missing } = choices;
  const stuck = pages.length === 0 || missing.length > 0;
  const asking = pressed || stuck;
  const connected = pages.filter((page) => page.connected).length;
  return (
    <Frame title={texts.choose} lead={texts.managed(pages.length, texts.connectedCount(connected))}>
      <Chooser pages={pages.filter((page) => !page.connected)} known={pages.length} actions={actions}>
        {stuck ? null : (
          <TextButton aria-expanded={asking} className="text-caption" onClick={() => setPressed(!pressed)}>
            {texts.notInList}
          </TextButton>
        )}
      </Chooser>
      {asking ? (
        <div className="mt-3 border-line border-t pt-3">
          <p className="mb-3 text-label">
            {missing.length > 0
              ? texts.leftOff(missing.map((scope) => texts.scopes[scope]).join(" · "))
              : texts.whyMissing}
          </p>
          <LoginForm actions={actions} again />
        </div>
      ) : null}
    </Frame>
  );
}

function Frame({ title, lead, children }: { title: string; lead: string; children?: ReactNode }) {
  return (
    <Card id="pages" className="px-4 py-3.5">
      <h2 className="font-heading text-body">{title}</h2>
      <p className="mb-2 text-caption text-ink-3">{lead}</p>
      {children}
    </Card>
  );
}

type ChooserProps = {
  pages: readonly PageChoice[];
  known: number;
  actions: PageActions;
  children: ReactNode;
};

function Chooser({ pages, known, actions, children }: ChooserProps) {
  const { messengerSettings: texts } = useSettingsMessages();
  const [chosen, setChosen] = useState<string>();
  const { pending, act } = useAct();
  const free = pages.filter(({ may }) => may);
  const page = free.find(({ id }) => id === chosen) ?? free[0];
  const connect = ({ id, name }: PageChoice) =>
    act(
      () => actions.connect({ pageId: id }),
      texts.connected(name),
      ({ troubles }) => {
        if (troubles.length > 0) notify(texts.connectedTrouble(name), { outcome: "failed" });
      },
    );
  return (
    <>
      {pages.length === 0 ? (
        <p className="text-label">{known === 0 ? texts.nonePages : texts.noneLeft}</p>
      ) : (
        <fieldset className="divide-y divide-line">
          <legend className="sr-only">{texts.choose}</legend>
          {pages.map((one) => (
            <Choice key={one.id} page={one} chosen={one.id === page?.id} onChoose={() => setChosen(one.id)} />
          ))}
        </fieldset>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        {pages.length === 0 ? null : (
          <Button disabled={!page} busy={pending} onClick={() => page && connect(page)}>
            {page ? texts.connect(page.name) : texts.connectFirst}
          </Button>
        )}
        {children}
      </div>
    </>
  );
}

function Choice({ page, chosen, onChoose }: { page: PageChoice; chosen: boolean; onChoose: () => void }) {
  const { messengerSettings: texts } = useSettingsMessages();
  const words = (
    <>
      <b className="block font-label leading-tight">
        <bdi>{page.name}</bdi>
      </b>
      <span className="block text-caption text-ink-3">{page.may ? texts.may : texts.mayNot}</span>
    </>
  );
  if (page.may)
    return (
      <Radio name="page" value={page.id} checked={chosen} onChange={onChoose} className="py-2">
        {words}
      </Radio>
    );
  return (
    <div className="flex items-start gap-2.5 py-2 text-ink-2 text-label">
      <span className="mt-0.5 grid w-4.5 shrink-0 place-items-center text-ink-3">
        <Lock aria-hidden="true" size={14} />
      </span>
      <span className="min-w-0">{words}</span>
    </div>
  );
}
