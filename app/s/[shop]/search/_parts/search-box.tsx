"use client";

import { Search } from "lucide-react";
import { useRef } from "react";
import { type SearchOffer, searchOffers } from "#lib/conversations/search-offers";
import { localOf } from "#lib/core/wall-clock";
import { Input } from "#ui/input";
import { Spinner } from "#ui/spinner";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useTags } from "../../_parts/live-shop";
import { Suggestions } from "../../inbox/_parts/suggestions";
import { useSuggestions } from "../../inbox/use-suggestions";

/** The last part of what is typed, a phrase that is not ended too, without the sign that turns it around. */
const LAST_PART = /(?:^|\s)-?([^\s"]*:"[^"]*|[^\s"]+)$/u;

type Props = { q: string; onType: (q: string) => void; longest: number; busy: boolean };

/** Where a search is typed; operators and their values are offered as they are begun. */
export function SearchBox({ q, onType, longest, busy }: Props) {
  const { search } = useMessages();
  const format = useFormat();
  const tags = useTags();
  const box = useRef<HTMLInputElement>(null);
  const suggest = useSuggestions<SearchOffer, HTMLInputElement>({
    writing: { box, text: q, setText: onType },
    sign: LAST_PART,
    find: (typed) =>
      searchOffers(typed, format.locale, {
        tags: tags.map(({ name }) => name),
        today: localOf(format.now(), format.timeZone).toISOString().slice(0, 10),
      }),
    insert: ({ words, whole }) => (whole ? `${words} ` : words),
    tab: false,
  });
  return (
    <div className="relative w-full max-w-180">
      <Input
        ref={box}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        role="combobox"
        aria-expanded={suggest.choices.length > 0}
        autoFocus
        autoComplete="off"
        value={q}
        maxLength={longest}
        aria-label={search.label}
        placeholder={search.placeholder}
        className="w-full"
        lead={<Search aria-hidden="true" size={16} />}
        trail={busy ? <Spinner /> : null}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={suggest.onKey}
        {...suggest.field}
      />
      <Suggestions
        side="below"
        suggest={suggest}
        label={search.offers}
        keyOf={({ words }) => words}
        draw={({ key, words, whole }) => (
          <>
            <bdi className="font-mono">{words}</bdi>
            {whole ? null : <span className="min-w-0 truncate text-caption text-ink-3">{search.operators[key]}</span>}
          </>
        )}
      />
    </div>
  );
}
