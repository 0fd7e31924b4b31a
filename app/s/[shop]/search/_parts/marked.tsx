import type { Piece } from "#lib/conversations/search-messages";

/** A passage with what was searched standing out, by weight and line as well as by colour. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  let at = 0;
  return pieces.map(({ text, hit }) => {
    at += text.length;
    return hit ? (
      <mark
        key={at}
        className="rounded-xs bg-note-soft font-semibold text-ink underline decoration-note-ink underline-offset-2"
      >
        {text}
      </mark>
    ) : (
      <span key={at}>{text}</span>
    );
  });
}
