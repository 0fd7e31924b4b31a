import { textPieces } from "#lib/conversations/text-pieces";

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Words in which some people are named as `@Name`: their names stand out. */
function Naming({ text, names }: { text: string; names: readonly string[] }) {
  const named = new RegExp(`(@(?:${names.map(literally).join("|")}))`, "giu");
  let at = 0;
  return text.split(named).map((piece, place) => {
    at += piece.length;
    return place % 2 === 1 ? (
      <b key={at} className="font-semibold text-brand-ink">
        {piece}
      </b>
    ) : (
      piece
    );
  });
}

/** What a person wrote, as text: line breaks kept, addresses as links, nothing read as markup. */
export function WrittenText({ text, names = [] }: { text: string; names?: readonly string[] | undefined }) {
  return textPieces(text).map((piece) => {
    if (!piece.href) return names.length > 0 ? <Naming key={piece.at} text={piece.text} names={names} /> : piece.text;
    return (
      <a
        key={piece.at}
        href={piece.href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="rounded-xs underline underline-offset-2"
      >
        {piece.text}
      </a>
    );
  });
}
