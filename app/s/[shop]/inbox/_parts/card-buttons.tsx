"use client";

import { Plus, X } from "lucide-react";
import { CARD_BUTTON_MAX, CARD_BUTTONS_MAX, type CardDraft } from "#lib/channels/messenger/outbound/card-draft";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { IconButton } from "#ui/icon-button";
import { Input } from "#ui/input";
import { useMessages } from "../../../../_i18n/language";
import { newKey } from "../../../../_shared/new-key";

type Buttons = CardDraft["buttons"];

/** The buttons of a card, one to three: each opens an address, or says its words as an answer. */
export function CardButtons({ buttons, onChange }: { buttons: Buttons; onChange: (buttons: Buttons) => void }) {
  const { common, inboxMessenger } = useMessages();
  const { cards: texts } = inboxMessenger;
  const set = (place: number, change: Partial<Buttons[number]>) =>
    onChange(buttons.map((one, at) => (at === place ? { ...one, ...change } : one)));
  return (
    <div className="grid gap-3">
      {buttons.map((button, place) => (
        <fieldset
          key={button.key}
          className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-end gap-2 max-md:grid-cols-[minmax(0,1fr)_auto]"
        >
          <legend className="sr-only">{texts.button(place + 1)}</legend>
          <Field label={texts.buttonWords}>
            {(control) => (
              <Input
                {...control}
                required
                maxLength={CARD_BUTTON_MAX}
                value={button.title}
                onChange={({ target }) => set(place, { title: target.value })}
              />
            )}
          </Field>
          <Field label={texts.buttonUrl} className="max-md:col-start-1">
            {(control) => (
              <Input
                {...control}
                type="url"
                pattern="https://.*"
                placeholder={texts.buttonAnswers}
                value={button.url}
                onChange={({ target }) => set(place, { url: target.value })}
              />
            )}
          </Field>
          {buttons.length > 1 ? (
            <IconButton
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
          onClick={() => onChange([...buttons, { key: newKey(), title: "", url: "" }])}
        >
          {texts.addButton}
        </Button>
      ) : null}
    </div>
  );
}
