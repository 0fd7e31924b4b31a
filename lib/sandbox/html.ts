import { escapeHtml } from "#lib/core/escape-html";

/** Markup that is already safe: made by `html`, never from a plain string. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Piece = string | number | Html | false | null | undefined | readonly Piece[];

function write(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return "";
  if (piece instanceof Html) return piece.text;
  if (typeof piece === "string") return escapeHtml(piece);
  if (typeof piece === "number") return String(piece);
  return piece.map(write).join("");
}

/**
 * A template whose every value is escaped, unless it is `Html` itself; null, undefined and false leave nothing.
 * Values belong between tags or inside quoted attributes, never in a script, a style or an unquoted attribute.
 */
export function html(parts: TemplateStringsArray, ...values: Piece[]): Html {
  return new Html(String.raw({ raw: parts }, ...values.map(write)));
}
