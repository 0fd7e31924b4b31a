import { fold } from "#lib/core/fold";

/** The sign itself, what it is called, and other words for it. */
export type Emoji = readonly [sign: string, name: string, words: string];

/** How many are offered for one search. */
const MOST = 64;

/** Emoji whose name or words hold every word that is typed; those whose name begins with it first. */
export function findEmoji(groups: readonly (readonly Emoji[])[], typed: string): Emoji[] {
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  const [first = ""] = wanted;
  const ranked = groups.flat().flatMap((emoji) => {
    const [, name, words] = emoji;
    const [called, all] = [fold(name), fold(`${name} ${words}`)];
    if (!wanted.every((word) => all.includes(word))) return [];
    const rank = called.startsWith(first) ? 0 : ` ${called}`.includes(` ${first}`) ? 1 : called.includes(first) ? 2 : 3;
    return [{ emoji, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ emoji }) => emoji);
}

/** A list as rows of so many. */
export function inRows<T>(list: readonly T[], columns: number): T[][] {
  const rows = Math.ceil(list.length / columns);
  return Array.from({ length: rows }, (_, row) => list.slice(row * columns, (row + 1) * columns));
}

/** The rows' cell one goes to from another by an arrow key; the same cell at an edge. */
export function moveIn(
  rows: readonly (readonly unknown[])[],
  from: { row: number; column: number },
  key: string,
): { row: number; column: number } {
  const { row, column } = from;
  const lastOf = (at: number) => (rows[at]?.length ?? 1) - 1;
  if (key === "ArrowRight")
    return column < lastOf(row)
      ? { row, column: column + 1 }
      : row + 1 < rows.length
        ? { row: row + 1, column: 0 }
        : from;
  if (key === "ArrowLeft")
    return column > 0 ? { row, column: column - 1 } : row > 0 ? { row: row - 1, column: lastOf(row - 1) } : from;
  const next = row + (key === "ArrowDown" ? 1 : -1);
  return next < 0 || next >= rows.length ? from : { row: next, column: Math.min(column, lastOf(next)) };
}
