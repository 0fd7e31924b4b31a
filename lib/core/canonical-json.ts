/** What JSON can say; a date counts as its ISO 8601 text, and a field that is undefined as absent. */
type Canonical =
  | string
  | number
  | boolean
  | null
  | undefined
  | Date
  | readonly Canonical[]
  | { [key: string]: Canonical };

/**
 * JSON with every object's keys in order of their UTF-16 units and no white space, so that equal values have equal
 * bytes. Source: RFC 8785 (JSON Canonicalization Scheme), §3.2.
 */
export function canonicalJson(value: Canonical): string {
  if (value === null || value === undefined) return "null";
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(",")}}`;
}

function isList(value: object): value is readonly Canonical[] {
  return Array.isArray(value);
}
