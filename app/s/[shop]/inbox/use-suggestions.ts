"use client";

import { type KeyboardEvent, type RefObject, type SyntheticEvent, useId, useState } from "react";
import { useCaret } from "../use-caret";

const MOST = 8;

type Box = HTMLTextAreaElement | HTMLInputElement;
type Options<T, B extends Box> = {
  writing: { box: RefObject<B | null>; text: string; setText: (text: string) => void };
  /** Matches what is typed up to the caret when something is asked for; its first group is what gets replaced. */
  sign: RegExp;
  find: (typed: string) => readonly T[];
  /** What stands in the text once it is chosen. */
  insert: (choice: T) => string;
  taken?: (choice: T) => void;
  /** Whether Tab takes what is chosen, where it is not wanted to go on. */
  tab?: boolean;
};

/**
 * Choices that open at the caret while something like `@na` is typed: arrows move, Enter takes, and Tab unless it is to
 * go on, Escape closes. Focus stays in the box. Source: WAI-ARIA APG, Editable Combobox With List Autocomplete.
 */
export function useSuggestions<T, B extends Box = HTMLTextAreaElement>(options: Options<T, B>) {
  const { writing, sign, find, insert, taken, tab = true } = options;
  const { box, text, setText } = writing;
  const moveCaret = useCaret(box);
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  /** The text and caret at which the list was closed: it stays so until either changes. */
  const [closedFor, setClosedFor] = useState<string | null>(null);
  const before = text.slice(0, caret);
  const typed = sign.exec(before)?.[1];
  const place = `${caret} ${text.length}`;
  const choices = typed === undefined || closedFor === place ? [] : find(typed).slice(0, MOST);
  const active = Math.min(at, choices.length - 1);

  function take(choice: T) {
    const from = caret - (typed?.length ?? 0);
    const words = insert(choice);
    setText(text.slice(0, from) + words + text.slice(caret));
    taken?.(choice);
    setAt(0);
    setCaret(from + words.length);
    moveCaret(from + words.length);
  }

  function onKey(event: KeyboardEvent): boolean {
    const choice = choices[active];
    if (!choice || event.metaKey || event.ctrlKey || event.altKey) return false;
    if (event.key === "ArrowDown") setAt((active + 1) % choices.length);
    else if (event.key === "ArrowUp") setAt((active - 1 + choices.length) % choices.length);
    else if (event.key === "Enter" || (tab && event.key === "Tab")) take(choice);
    else if (event.key === "Escape") setClosedFor(place);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  const field = {
    "aria-autocomplete": "list" as const,
    onSelect: (event: SyntheticEvent<B>) => setCaret(event.currentTarget.selectionStart ?? 0),
    ...(choices.length > 0
      ? { "aria-controls": listId, "aria-activedescendant": `${listId} ${active}`.replace(" ", "-") }
      : {}),
  };
  return { listId, choices, active, setAt, take, onKey, field };
}

export type Suggest<T> = Omit<ReturnType<typeof useSuggestions<T>>, "field">;
