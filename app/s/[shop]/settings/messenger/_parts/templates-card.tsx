"use client";

import { useState, useTransition } from "react";
import { useMessages } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { TemplatesView } from "#lib/channels/messenger/templates/create-template";
import { TEMPLATE_LANGUAGES } from "#lib/channels/messenger/templates/languages";
import { Badge, type BadgeTone } from "#ui/badge";
import { Button } from "#ui/button";
import { Card } from "#ui/card";
import { notify } from "#ui/toast";
import { noAnswer } from "../../../../../_shared/no-answer";
import { useShop } from "../../../_parts/live-shop";
import { createTemplateAction } from "../templates/actions";
import { useChannelView } from "./use-channel-view";

type Template = TemplatesView["templates"][number];
type Words = Pick<Template, "name" | "language" | "body">;

const TONES: Record<Template["state"], BadgeTone> = {
  draft: "neutral",
  pending: "info",
  approved: "success",
  rejected: "danger",
  paused: "warning",
};

type RowProps = { words: Words; template?: Template; pending: boolean; onAsk: (words: Words) => void };

function TemplateRow({ words, template, pending, onAsk }: RowProps) {
  const { messengerTemplates: texts } = useSettingsMessages();
  const language = TEMPLATE_LANGUAGES.find((one) => one === words.language);
  const mayAsk = !template || template.state === "rejected" || template.problem !== null;
  const refusal = template?.problem ? texts.problems[template.problem] : template?.reason;
  return (
    <li className="grid gap-1.5 border-line border-t py-2.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <b className="font-label text-label">{language ? texts.languages[language] : words.language}</b>
        {template ? <Badge tone={TONES[template.state]}>{texts.states[template.state]}</Badge> : null}
        <span className="flex grow justify-end">
          {mayAsk ? (
            <Button size="sm" busy={pending} onClick={() => onAsk(words)}>
              {template ? texts.askAgain : texts.ask}
            </Button>
          ) : null}
        </span>
      </p>
      <p lang={words.language} className="wrap-anywhere text-caption text-ink-2">
        {words.body}
      </p>
      {refusal ? (
        <p className="text-caption text-danger-ink">{template?.problem ? refusal : texts.said(refusal)}</p>
      ) : null}
    </li>
  );
}

type Props = { channelId: string; loaded: TemplatesView; pageName?: string | undefined };

/** The words that may carry order news after the reply window, and what Facebook says of them. */
export function TemplatesCard({ channelId, loaded, pageName }: Props) {
  const { slug } = useShop();
  const { messengerTemplates: texts } = useSettingsMessages();
  const { common } = useMessages();
  const [view, setView] = useState(loaded);
  const [pending, start] = useTransition();
  useChannelView(channelId, "templates", setView);
  const ask = ({ name, language, body }: Words) =>
    start(async () => {
      const wanted = TEMPLATE_LANGUAGES.find((one) => one === language);
      if (!wanted) return;
      const outcome = await createTemplateAction(slug, { channelId, name, language: wanted, body }).catch(noAnswer);
      if (outcome?.ok) setView(outcome.value);
      notify(
        outcome?.ok ? texts.asked : (outcome?.problem.message ?? common.noConnection),
        outcome?.ok ? {} : { outcome: "failed" },
      );
    });
  return (
    <Card className="px-4 pt-3.5 pb-1">
      <h2 className="font-heading text-body">{pageName ? texts.of(pageName) : texts.title}</h2>
      <p className="mt-1 mb-2.5 text-caption text-ink-2">{texts.lead}</p>
      <ul>
        {view.templates.map((template) => (
          <TemplateRow key={template.id} words={template} template={template} pending={pending} onAsk={ask} />
        ))}
        {view.suggestions.map((words) => (
          <TemplateRow key={words.language} words={words} pending={pending} onAsk={ask} />
        ))}
      </ul>
    </Card>
  );
}
