/** What a saved reply may name, each written as `{{name}}`. */
export const VARIABLES = [
  "contact.first_name",
  "contact.name",
  "order.number",
  "shop.name",
  "member.first_name",
] as const;
export type Variable = (typeof VARIABLES)[number];
export type Values = Record<Variable, string>;

const HOLE = /\{\{\s*([a-z_.]{1,40})\s*\}\}/g;

const isVariable = (name: string): name is Variable => VARIABLES.some((one) => one === name);

/**
 * A saved reply with its variables filled in. One that has no value here, or that nobody knows, stays as it is written,
 * so that it is seen: `unfilledIn` names it.
 */
export function fillReply(body: string, values: Values): string {
  return body.replace(HOLE, (hole, name: string) => (isVariable(name) && values[name].trim() ? values[name] : hole));
}

/** The variables that still stand in a text, each once, as they are written. */
export function unfilledIn(text: string): string[] {
  return [...new Set([...text.matchAll(HOLE)].map(([hole]) => hole))];
}
