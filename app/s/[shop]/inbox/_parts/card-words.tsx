"use client";

import { CARD_TEXT_MAX } from "#lib/channels/messenger/outbound/card-draft";
import { Field } from "#ui/field";
import { Textarea } from "#ui/textarea";
import { useMessages } from "../../../../_i18n/language";
import type { CardInHand } from "../use-card";
import { CardButtons } from "./card-buttons";
import { CardFile } from "./card-file";
import { useUsed } from "./card-line";

/** Words with one to three buttons. */
export function CardWords({ card: { draft, change } }: { card: CardInHand }) {
  const { cards: texts } = useMessages().inboxMessenger;
  const used = useUsed();
  return (
    <>
      <Field label={texts.text} hint={used(draft.text, CARD_TEXT_MAX)}>
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
      <CardButtons least={1} buttons={draft.buttons} onChange={(buttons) => change({ buttons })} />
    </>
  );
}

/** A picture or a film with one to three buttons. */
export function CardMedia({ card: { conversationId, draft, change } }: { card: CardInHand }) {
  return (
    <>
      <CardFile
        conversationId={conversationId}
        spot={{ media: true }}
        file={draft.media}
        onFile={(media) => change({ media })}
      />
      <CardButtons least={1} buttons={draft.buttons} onChange={(buttons) => change({ buttons })} />
    </>
  );
}
