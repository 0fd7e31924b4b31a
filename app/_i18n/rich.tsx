import { createElement, Fragment, type ReactNode } from "react";

const TAG = /<(\w+)(?:\/>|>([\s\S]*?)<\/\1>)/g;

type Tags = Record<string, (inner: string) => ReactNode>;

/**
 * Draws a catalogue text with its tags: `<b>…</b>` calls `tags.b("…")`, `<name/>` calls `tags.name("")`.
 * What people wrote goes through `tags`, never into `text`, so nobody's name is read as a tag. Unknown tags leave their inside.
 */
export function Rich({ text, tags }: { text: string; tags: Tags }) {
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(TAG)) {
    const [whole, name = "", inner = ""] = match;
    pieces.push(text.slice(from, match.index), tags[name]?.(inner) ?? inner);
    from = match.index + whole.length;
  }
  pieces.push(text.slice(from));
  return createElement(Fragment, null, ...pieces);
}
