"use client";

import { Plus, X } from "lucide-react";
import {
  blankButton,
  CARD_BUTTON_MAX,
  CARD_BUTTONS_MAX,
  CARD_URL_MAX,
  type CardButton,
} from "#lib/channels/messenger/outbound/card-draft";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { IconButton } from "#ui/icon-button";
import { Input } from "#ui/input";
import { useMessages } from "../../../../_i18n/language";
import { newKey } from "../../../../_shared/new-key";
import { CardLine } from "./card-line";

/** Room for what takes the button away, beside its words. */
const REMOVABLE = "grid-cols-[minmax(0,1fr)_auto] md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]";

type Buttons = CardButton[];
type Props = { buttons: Buttons; least: 0 | 1; onChange: (buttons: Buttons) => void };

/** The buttons of a card, `least` to three: each opens an address, or says its words as an answer. */
export function CardButtons({ buttons, least, onChange }: Props) {
  const { common, inboxMessenger } = useMessages();
  const { cards: texts } = inboxMessenger;
  const set = (place: number, change: Partial<CardButton>) =>
    onChange(buttons.map((one, at) => (at === place ? { ...one, ...change } : one)));
  return (
    <div className="grid gap-3">
      {buttons.map((button, place) => (
        <fieldset
          key={button.key}
          className={`grid items-start gap-2 ${buttons.length > least ? REMOVABLE : "md:grid-cols-2"}`}
        >
          <legend className="sr-only">{texts.button(place + 1)}</legend>
          <CardLine
            required
            label={texts.buttonWords}
            value={button.title}
            most={CARD_BUTTON_MAX}
            onChange={(title) => set(place, { title })}
          />
          <Field label={texts.buttonUrl} className="max-md:col-start-1">
            {(control) => (
              <Input
                {...control}
                type="url"
                pattern="https://.*"
                placeholder={texts.buttonAnswers}
                maxLength={CARD_URL_MAX}
                value={button.url}
                onChange={({ target }) => set(place, { url: target.value })}
              />
            )}
          </Field>
          {buttons.length > least ? (
            <IconButton
              className="mt-6"
              label={common.removeThing(button.title || texts.button(place + 1))}
              icon={<X aria-hidden="true" size={16} />}
              onClick={() => onChange(buttons.filter((_, at) => at !== place))}
            />
          ) : null}
        </fieldset>
      ))}
      {buttons.length < CARD_BUTTONS_MAX ? (
        <Button
          size="sm"
          className="justify-self-start"
          icon={<Plus aria-hidden="true" size={14} />}
          onClick={() => onChange([...buttons, blankButton(newKey())])}
        >
          {texts.addButton}
        </Button>
      ) : null}
    </div>
  );
}
