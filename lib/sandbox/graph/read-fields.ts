import { parameterWrong } from "./facebook-error";
import { Parameters } from "./read-parameters";

/** A wanted field with its modifiers and its own selection. */
export type Field = { name: string; parameters: Parameters; fields: string };

/** Reads `fields` with its nested selections: `messages.limit(5).after(x){id,message}`. */
export function readFields(text: string): Field[] {
  const found: Field[] = [];
  const pattern = /\s*([a-z_]+)((?:\.[a-z_]+\([^()]*\))*)(?:\{((?:[^{}]|\{[^{}]*\})*)\})?\s*(?:,|$)/gy;
  while (pattern.lastIndex < text.length) {
    const [, name = "", modifiers = "", fields = ""] = pattern.exec(text) ?? [];
    if (name === "") throw parameterWrong(`Syntax error in fields: "${text}"`);
    const values = [...modifiers.matchAll(/\.([a-z_]+)\(([^()]*)\)/g)].map(
      ([, key = "", value = ""]): [string, string] => [key, value],
    );
    found.push({ name, parameters: new Parameters(values), fields });
  }
  return found;
}
