"use client";

import { useSyncExternalStore } from "react";
import { keepText, keptText } from "../../_shared/kept-text";

type KeptChoice<Choice extends string> = {
  first: Choice;
  subscribe: (listener: () => void) => () => void;
  read: () => Choice;
  choose: (next: Choice) => void;
};

/** A choice that stays on this browser; `first` until one is made. */
export function keptChoice<Choice extends string>(
  key: string,
  choices: readonly Choice[],
  first: Choice,
): KeptChoice<Choice> {
  const listeners = new Set<() => void>();
  return {
    first,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => choices.find((one) => one === keptText(key)) ?? first,
    choose(next) {
      keepText(key, next === first ? "" : next);
      for (const listener of listeners) listener();
    },
  };
}

/** A kept choice and the way to make it, the same all over the page. */
export function useKept<Choice extends string>(kept: KeptChoice<Choice>): [Choice, (next: Choice) => void] {
  return [useSyncExternalStore(kept.subscribe, kept.read, () => kept.first), kept.choose];
}
