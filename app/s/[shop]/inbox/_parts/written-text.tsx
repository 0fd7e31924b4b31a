import { textPieces } from "#lib/conversations/text-pieces";

/** What a person wrote, as text: line breaks kept, addresses as links, nothing read as markup. */
export function WrittenText({ text }: { text: string }) {
  return textPieces(text).map((piece) =>
    piece.href ? (
      <a
        key={piece.at}
        href={piece.href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="rounded-xs underline underline-offset-2"
      >
        {piece.text}
      </a>
    ) : (
      piece.text
    ),
  );
}
