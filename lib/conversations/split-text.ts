/** The most a Messenger message may hold, in UTF-16 units: never more than Meta's 2,000 characters. Source: Send API. */
export const MESSENGER_TEXT_MAX = 2_000;
/** The most an offer may hold there: room is left for the way to stop that it ends with. */
export const MESSENGER_OFFER_MAX = 1_600;

/** The last place in `text`, after `from`, where one of the spaces that `pattern` names begins; -1 when there is none. */
function lastSpace(text: string, pattern: RegExp, from: number): number {
  let place = -1;
  for (const match of text.matchAll(pattern)) if (match.index >= from) place = match.index;
  return place;
}

/** Where a stretch without a space is cut: between two characters as a person sees them. */
function hardCut(text: string, most: number): number {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text.slice(0, most + 32))) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return end || most;
}

function cut(text: string, most: number): number {
  const within = text.slice(0, most + 1);
  const line = lastSpace(within, /\n\s*/gu, most / 2);
  if (line > 0) return line;
  const word = lastSpace(within, /\s+/gu, 1);
  return word > 0 ? word : hardCut(text, most);
}

/**
 * A text as one or more messages of at most `most` UTF-16 units each, in order: cut at the end of a line in the second
 * half where there is one, else between words, else between characters. Only the spaces at the cuts are lost.
 */
export function splitText(text: string, most: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const end = cut(rest, most);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === "" ? pieces : [...pieces, rest];
}
