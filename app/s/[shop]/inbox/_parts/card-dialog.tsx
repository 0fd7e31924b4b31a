"use client";

import { type FormEvent, useId, useState } from "react";
import { CARD_TEXT_MAX, CARD_TITLE_MAX, cardTemplate } from "#lib/channels/messenger/outbound/card-draft";
import type { MessageView } from "#lib/conversations/view-message";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { Dialog } from "#ui/dialog";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Segment } from "#ui/segment";
import { Textarea } from "#ui/textarea";
import { useMessages } from "../../../../_i18n/language";
import { useRun } from "../../../../_shared/use-run";
import { useCard } from "../use-card";
import { CardButtons } from "./card-buttons";
import { useInbox } from "./inbox-context";

type Props = { conversationId: string; onStored: (message: MessageView) => void; onClose: () => void };

/** Writes a card: words with buttons, or a picture with a title. What is refused stays here with the reason. */
export default function CardDialog({ conversationId, onStored, onClose }: Props) {
  const { common, inbox, inboxMessenger } = useMessages();
  const { cards: texts } = inboxMessenger;
  const { actions } = useInbox();
  const form = useId();
  const { clientKey, draft, isBegun, change, end } = useCard(conversationId);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { busy, run } = useRun(setRefusal);

  function submit(event: FormEvent) {
    event.preventDefault();
    setRefusal(null);
    const template = cardTemplate(draft);
    const done = (message: MessageView) => {
      end();
      onStored(message);
      onClose();
    };
    run(() => actions.sendTemplate({ conversationId, clientKey, template }), done).catch(reportError);
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={texts.title}
      text={texts.lead}
      actions={
        <>
          {isBegun ? (
            <Button
              size="lg"
              onClick={() => {
                end();
                onClose();
              }}
            >
              {common.discard}
            </Button>
          ) : null}
          <Button size="lg" onClick={onClose}>
            {isBegun ? texts.later : common.cancel}
          </Button>
          <Button size="lg" type="submit" form={form} variant="primary" busy={busy}>
            {inbox.send}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4 pt-1">
        <Segment
          label={texts.kind}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          options={[
            { value: "words", label: texts.words },
            { value: "picture", label: texts.picture },
          ]}
        />
        {draft.kind === "words" ? (
          <Field label={texts.text}>
            {(control) => (
              <Textarea
                {...control}
                required
                rows={3}
                maxLength={CARD_TEXT_MAX}
                value={draft.text}
                onChange={({ target }) => change({ text: target.value })}
              />
            )}
          </Field>
        ) : (
          <>
            <Field label={texts.heading}>
              {(control) => (
                <Input
                  {...control}
                  required
                  maxLength={CARD_TITLE_MAX}
                  value={draft.title}
                  onChange={({ target }) => change({ title: target.value })}
                />
              )}
            </Field>
            <Field label={texts.subtitle}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={CARD_TITLE_MAX}
                  value={draft.subtitle}
                  onChange={({ target }) => change({ subtitle: target.value })}
                />
              )}
            </Field>
            <Field label={texts.imageUrl} hint={texts.imageHint}>
              {(control) => (
                <Input
                  {...control}
                  required
                  type="url"
                  pattern="https://.*"
                  placeholder="https://"
                  value={draft.imageUrl}
                  onChange={({ target }) => change({ imageUrl: target.value })}
                />
              )}
            </Field>
          </>
        )}
        <CardButtons buttons={draft.buttons} onChange={(buttons) => change({ buttons })} />
        {refusal ? (
          <Banner tone="danger" role="alert">
            {refusal}
          </Banner>
        ) : null}
      </form>
    </Dialog>
  );
}
