"use client";

import type { ReactionView } from "#lib/conversations/view-message";
import { useMessages } from "../../../../_i18n/language";
import { firstNameOf } from "../../use-name";

type Props = { reactions: readonly ReactionView[]; contactName: string | null; onTakeBack: (() => void) | null };

/** Some signs are letters to a font until they are asked for as pictures (U+FE0F). */
export function asPicture(emoji: string): string {
  return emoji.endsWith("\uFE0F") ? emoji : `${emoji}\uFE0F`;
}

const PILL =
  "inline-flex min-h-5.5 items-center rounded-full border border-line bg-surface px-1.5 text-label shadow-sm";

/** What each side put on a message; the shop's own can be taken back. */
export function Reactions({ reactions, contactName, onTakeBack }: Props) {
  const { inbox, inboxMessenger } = useMessages();
  const name = firstNameOf(contactName ?? inbox.visitor);
  return (
    <span className="-mt-1.5 z-1 flex gap-1 px-2">
      {reactions.map(({ author, emoji }) =>
        author === "member" && onTakeBack ? (
          <button
            key={author}
            type="button"
            aria-label={`${inboxMessenger.reactedShop(emoji)}. ${inboxMessenger.takeReactionBack}`}
            title={inboxMessenger.takeReactionBack}
            onClick={onTakeBack}
            className={`${PILL} relative hover:bg-hover max-md:after:absolute max-md:after:-inset-2.5`}
          >
            <span aria-hidden="true">{asPicture(emoji)}</span>
          </button>
        ) : (
          <span
            key={author}
            role="img"
            aria-label={
              author === "contact" ? inboxMessenger.reactedContact(name, emoji) : inboxMessenger.reactedShop(emoji)
            }
            className={PILL}
          >
            {asPicture(emoji)}
          </span>
        ),
      )}
    </span>
  );
}
