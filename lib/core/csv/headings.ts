/** A word as it is compared: small letters, no accents, and one space for whatever stands between its parts. */
export function plainWord(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** What each column holds, by its heading; a field that several headings name is the first's. Null where none is known. */
export function matchHeadings<F extends string>(
  headings: readonly string[],
  names: Readonly<Record<F, readonly string[]>>,
  fields: readonly F[],
): (F | null)[] {
  const taken = new Set<F>();
  return headings.map((heading) => {
    const word = plainWord(heading);
    const field = fields.find((one) => !taken.has(one) && names[one].includes(word));
    if (field) taken.add(field);
    return field ?? null;
  });
}
