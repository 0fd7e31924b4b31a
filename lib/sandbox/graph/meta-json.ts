/**
 * JSON as Meta writes it: ASCII only, other characters as `\u` and four lower-case hex digits, and `/` as `\/`.
 */
export function metaJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replace(/\//g, "\\/");
}
