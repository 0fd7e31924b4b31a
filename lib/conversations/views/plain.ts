/** A text without case and accents, as `plainSql` in `compile.ts` makes it of the same text. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}
