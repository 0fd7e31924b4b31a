/** How many conditions stand together in a view, and how many answers one of them takes. */
export const CONDITIONS_MAX = 30;
export const CHOSEN_MAX = 50;
/** The longest words that a view asks for, in UTF-16 units. */
export const WORDS_MAX = 80;

/**
 * A text without case and accents, as `plainSql` in `compile.ts` makes it of the same text: less than `fold` does, which
 * PostgreSQL cannot do.
 */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}
