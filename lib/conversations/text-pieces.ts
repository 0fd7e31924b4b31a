/** `at`: where the piece starts in the whole text. */
export type TextPiece = { at: number; text: string; href: string | null };

/** An address up to the first space, without the punctuation that ends the sentence around it. */
const ADDRESS = /https?:\/\/[^\s<>"'«»“”]*[^\s<>"'’«»“”.,;:!?)\]}…]/giu;

function addressOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === "http:" || protocol === "https:" ? href : null;
}

/** Cuts what a person wrote into plain text and links; only http and https addresses become links. */
export function textPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const href = addressOf(match[0]);
    if (!href) continue;
    if (match.index > from) pieces.push({ at: from, text: text.slice(from, match.index), href: null });
    pieces.push({ at: match.index, text: match[0], href });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ at: from, text: text.slice(from), href: null });
  return pieces;
}
