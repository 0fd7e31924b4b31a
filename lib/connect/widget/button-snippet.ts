import { escapeHtml } from "#lib/core/escape-html";
import type { ButtonLook } from "./button-styles";

/** A button as it was put together in the settings. */
export type ButtonChoice = {
  look: ButtonLook;
  small: boolean;
  text: string;
  /** What stands below the text of the look "team". */
  below: string;
  /** The product it asks about; empty: none. */
  product: string;
  /** First names, for the look "team": two letters are shown at most. */
  names: readonly string[];
};

const SHOWN = 2;

/** The letters of the look "team". */
export function lettersOf(names: readonly string[]): string[] {
  return names.slice(0, SHOWN).map((name) => [...name][0]?.toUpperCase() ?? "");
}

/** The line of HTML for a button. A link to the chat's own page, so that it leads there where scripts are blocked, too. */
export function buttonSnippet({ look, small, text, below, product, names }: ButtonChoice, address: string): string {
  const attributes = [
    `href="${escapeHtml(address)}"`,
    "data-comptoir-open",
    `data-comptoir-look="${look}"`,
    ...(small && look !== "team" ? ['data-comptoir-size="small"'] : []),
    ...(product ? [`data-comptoir-product="${escapeHtml(product)}"`] : []),
  ];
  const letters = lettersOf(names).map((letter) => `<i aria-hidden="true">${escapeHtml(letter)}</i>`);
  const words = escapeHtml(text);
  const inside =
    look === "team" ? `${letters.join("")}<span>${words}<small>${escapeHtml(below)}</small></span>` : words;
  return `<a ${attributes.join(" ")}>${inside}</a>`;
}
