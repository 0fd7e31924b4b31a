/**
 * What a spreadsheet would take for a formula: one of these signs first, full-width ones too, or a tab or line break
 * before anything else. Source: EXP-01, OWASP "CSV Injection".
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** One field as RFC 4180 writes it, made harmless to a spreadsheet by an apostrophe before what looks like a formula. */
function field(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The same field as it was before an apostrophe made it harmless: what an export wrote reads back as it stood. */
export function plainField(value: string): string {
  return value.startsWith("'") && FORMULA.test(value) ? value.slice(1) : value;
}

/** One line of a CSV file (RFC 4180), ended by CR LF. */
export function csvLine(values: readonly string[]): string {
  return `${values.map(field).join(",")}\r\n`;
}
