/**
 * Whether PostgreSQL keeps a text as it is: it refuses NUL, and half of a surrogate pair would become U+FFFD on the
 * way there.
 */
export function isKeptAsIs(text: string): boolean {
  return !text.includes("\u0000") && !/\p{Surrogate}/u.test(text);
}
