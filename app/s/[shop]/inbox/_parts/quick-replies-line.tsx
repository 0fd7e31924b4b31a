"use client";

import { Plus, X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { QUICK_REPLIES_MAX, QUICK_REPLY_MAX } from "#lib/conversations/quick-replies";
import { IconButton } from "#ui/icon-button";
import { useMessages } from "../../../../_i18n/language";

type Props = {
  titles: readonly string[];
  onChange: (titles: readonly string[]) => void;
  /** The last of them is gone. */
  onLeave: () => void;
};

const fieldOf = (place: number) => `quick-reply-${place}`;

/** Makes a change and goes to one of the fields it draws, before the next key is pressed. */
export function goToReply(place: number, change: () => void): void {
  flushSync(change);
  document.getElementById(fieldOf(place))?.focus();
}

/**
 * The answers that are offered with the message, each a field. Enter goes on to the next and makes it; Backspace in an
 * empty one takes that away. Empty ones are not sent.
 */
export function QuickRepliesLine({ titles, onChange, onLeave }: Props) {
  const { common, inbox } = useMessages();
  const { quickReplies: texts } = inbox;
  const isFull = titles.length >= QUICK_REPLIES_MAX;

  function add(place: number) {
    if (isFull) return;
    goToReply(place, () => onChange(titles.toSpliced(place, 0, "")));
  }
  function remove(place: number) {
    const change = () => onChange(titles.toSpliced(place, 1));
    if (titles.length > 1) return goToReply(Math.max(0, place - 1), change);
    change();
    onLeave();
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>, place: number) {
    if (event.nativeEvent.isComposing || event.metaKey || event.ctrlKey) return;
    if (event.key === "Enter") {
      event.preventDefault();
      if (place + 1 < titles.length) document.getElementById(fieldOf(place + 1))?.focus();
      else if (titles[place]?.trim()) add(place + 1);
    } else if (event.key === "Backspace" && titles[place] === "") {
      event.preventDefault();
      remove(place);
    }
  }

  return (
    <fieldset className="flex flex-wrap items-center gap-1.5 px-3 pt-2">
      <legend className="sr-only">{texts.title}</legend>
      {titles.map((title, place) => {
        const field = fieldOf(place);
        return (
          <span key={field} className="flex items-center rounded-full border border-brand-line bg-surface ps-2.5">
            <input
              id={field}
              value={title}
              maxLength={QUICK_REPLY_MAX}
              size={Math.max(6, title.length)}
              dir="auto"
              aria-label={texts.nth(place + 1)}
              placeholder={texts.placeholder}
              onChange={({ target }) => onChange(titles.with(place, target.value))}
              onKeyDown={(event) => onKeyDown(event, place)}
              className="min-h-7 min-w-0 bg-transparent text-label outline-none [field-sizing:content] max-md:min-h-11"
            />
            <IconButton
              size="sm"
              label={common.removeThing(title || texts.nth(place + 1))}
              icon={<X aria-hidden="true" size={12} />}
              onClick={() => remove(place)}
            />
          </span>
        );
      })}
      {isFull ? null : (
        <IconButton
          size="sm"
          label={texts.add}
          icon={<Plus aria-hidden="true" size={14} />}
          onClick={() => add(titles.length)}
        />
      )}
      <span className="text-caption text-ink-3">{texts.hint}</span>
    </fieldset>
  );
}
