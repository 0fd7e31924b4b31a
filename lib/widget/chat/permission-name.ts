/** The name of a permission and the rest of its sentence, which begins with the colon and the space a language puts before it. */
export function nameOf(text: string): { name: string; rest: string } {
  const name = /^[^:]*?(?=\s*:)/.exec(text)?.[0] ?? "";
  return { name, rest: text.slice(name.length) };
}
