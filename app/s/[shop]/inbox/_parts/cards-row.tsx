"use client";

import { ChevronUp, Plus, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import {
  blankCard,
  CARD_TITLE_MAX,
  CARD_URL_MAX,
  CARDS_MAX,
  type OneCard,
} from "#lib/channels/messenger/outbound/card-draft";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { IconButton } from "#ui/icon-button";
import { Input } from "#ui/input";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { newKey } from "../../../../_shared/new-key";
import type { CardInHand } from "../use-card";
import { CardButtons } from "./card-buttons";
import { CardFile } from "./card-file";
import { CardLine } from "./card-line";

type Props = { card: CardInHand };

function One({ card: { conversationId, changeOne }, one }: Props & { one: OneCard }) {
  const { cards: texts } = useMessages().inboxMessenger;
  const change = (next: Partial<OneCard>) => changeOne(one.key, next);
  return (
    <>
      <CardLine
        id={one.key}
        required
        label={texts.heading}
        value={one.title}
        most={CARD_TITLE_MAX}
        onChange={(title) => change({ title })}
      />
      <CardLine
        label={texts.subtitle}
        value={one.subtitle}
        most={CARD_TITLE_MAX}
        onChange={(subtitle) => change({ subtitle })}
      />
      <CardFile
        conversationId={conversationId}
        spot={{ card: one.key }}
        file={one.picture}
        onFile={(picture) => change({ picture })}
      />
      {one.picture ? null : (
        <Field label={texts.imageUrl} hint={texts.imageHint}>
          {(control) => (
            <Input
              {...control}
              type="url"
              pattern="https://.*"
              placeholder="https://"
              maxLength={CARD_URL_MAX}
              value={one.imageUrl}
              onChange={({ target }) => change({ imageUrl: target.value })}
            />
          )}
        </Field>
      )}
      <CardButtons least={0} buttons={one.buttons} onChange={(buttons) => change({ buttons })} />
    </>
  );
}

/** One to ten cards that stand side by side, in their order: each can be moved forward and taken away, by keyboard too. */
export function CardsRow({ card }: Props) {
  const { common, inboxMessenger } = useMessages();
  const { cards: texts } = inboxMessenger;
  const format = useFormat();
  const { cards } = card.draft;
  const list = useRef<HTMLOListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const next = useRef<string | null>(null);
  const [said, setSaid] = useState("");
  const nameOf = ({ title }: OneCard, place: number) => title.trim() || texts.card(format.number(place + 1));
  useEffect(() => {
    if (next.current === null) return;
    const line = list.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(next.current)}"]`);
    (line ?? add.current)?.focus();
    next.current = null;
  });

  function addOne() {
    const key = newKey();
    next.current = key;
    card.change({ cards: [...cards, blankCard(key)] });
  }
  function remove(place: number) {
    const left = cards.filter((_, other) => other !== place);
    next.current = left[Math.min(place, left.length - 1)]?.key ?? "";
    card.change({ cards: left });
  }
  function forward(place: number) {
    const moved = [...cards];
    moved.splice(place - 1, 0, ...moved.splice(place, 1));
    next.current = cards[place]?.key ?? "";
    const [one] = cards.slice(place);
    if (one) setSaid(texts.moved(nameOf(one, place), format.number(place), format.number(cards.length)));
    card.change({ cards: moved });
  }
  return (
    <>
      <ol ref={list} className="grid gap-4">
        {cards.map((one, place) => (
          <li key={one.key}>
            <fieldset className="grid gap-3 rounded-lg border border-line p-3">
              <legend className="sr-only">{texts.card(format.number(place + 1))}</legend>
              {cards.length > 1 ? (
                <div className="flex items-center gap-1">
                  <p aria-hidden="true" className="grow font-label text-ink-2 text-label">
                    {texts.card(format.number(place + 1))}
                  </p>
                  {place > 0 ? (
                    <IconButton
                      label={texts.forward(nameOf(one, place))}
                      icon={<ChevronUp aria-hidden="true" size={16} />}
                      onClick={() => forward(place)}
                    />
                  ) : null}
                  <IconButton
                    label={common.removeThing(nameOf(one, place))}
                    icon={<X aria-hidden="true" size={16} />}
                    onClick={() => remove(place)}
                  />
                </div>
              ) : null}
              <One card={card} one={one} />
            </fieldset>
          </li>
        ))}
      </ol>
      {cards.length < CARDS_MAX ? (
        <Button
          ref={add}
          size="sm"
          className="justify-self-start"
          icon={<Plus aria-hidden="true" size={14} />}
          onClick={addOne}
        >
          {texts.addCard}
        </Button>
      ) : (
        <p className="text-caption text-ink-3">{texts.mostCards}</p>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}
