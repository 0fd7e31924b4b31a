"use client";

import { type FormEvent, useId, useState } from "react";
import { cardLack, cardTemplate } from "#lib/channels/messenger/outbound/card-draft";
import type { MessageView } from "#lib/conversations/view-message";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { Dialog } from "#ui/dialog";
import { Segment } from "#ui/segment";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useRun } from "../../../../_shared/use-run";
import { useShop } from "../../_parts/live-shop";
import { endUploads, isUnderWay } from "../card-places";
import { useCard } from "../use-card";
import { CardMedia, CardWords } from "./card-words";
import { CardsRow } from "./cards-row";
import { useInbox } from "./inbox-context";

type Props = { conversationId: string; onStored: (message: MessageView) => void; onClose: () => void };

/** Writes words with buttons, cards side by side, or a picture or film with buttons. What is refused stays here with the reason. */
export default function CardDialog({ conversationId, onStored, onClose }: Props) {
  const { common, inbox, inboxMessenger } = useMessages();
  const { cards: texts } = inboxMessenger;
  const format = useFormat();
  const { actions } = useInbox();
  const form = useId();
  const card = useCard(conversationId);
  const { uploads } = useShop();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { busy, run } = useRun(setRefusal);
  const { clientKey, draft, isBegun, end } = card;

  function obstacle(): string | null {
    if (isUnderWay(uploads, conversationId, draft)) return texts.stillUploading;
    const lack = cardLack(draft);
    if (!lack) return null;
    return lack.what === "media" ? texts.lackMedia : texts.lackMore(format.number(lack.place + 1));
  }

  function giveUp() {
    endUploads(uploads, conversationId, draft);
    end();
    onClose();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const why = obstacle();
    setRefusal(why);
    if (why) return;
    const done = (message: MessageView) => {
      end();
      onStored(message);
      onClose();
    };
    const input = { conversationId, clientKey, template: cardTemplate(draft) };
    run(() => actions.sendTemplate(input), done).catch(reportError);
  }
  const Body = { words: CardWords, cards: CardsRow, media: CardMedia }[draft.kind];
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={texts.title}
      text={texts.lead}
      actions={
        <>
          {isBegun ? (
            <Button size="lg" onClick={giveUp}>
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
          onChange={(kind) => card.change({ kind })}
          options={(["words", "cards", "media"] as const).map((value) => ({ value, label: texts[value] }))}
        />
        <Body card={card} />
        {refusal ? (
          <Banner tone="danger" role="alert">
            {refusal}
          </Banner>
        ) : null}
      </form>
    </Dialog>
  );
}
