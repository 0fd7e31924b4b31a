import { parameterWrong } from "../facebook-error";

export type Json = Record<string, unknown>;

export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object that must be there. Throws 100 with its name. */
export function objectAt(value: unknown, name: string): Json {
  if (!isJson(value)) throw parameterWrong(`Param ${name} must be a JSON object`);
  return value;
}

/** A list of so many. Throws 100. */
export function listAt(value: unknown, name: string, least: number, most: number): unknown[] {
  if (!Array.isArray(value)) throw parameterWrong(`Param ${name} must be an array.`);
  if (value.length < least || value.length > most)
    throw parameterWrong(`Param ${name} must contain between ${least} and ${most} items.`);
  return value;
}

/** Characters as people count them: one for an emoji of two units. */
const lengthOf = (text: string): number => [...text].length;

/** A text that must be there and not be too long. Throws 100, with `subcode` when it is missing. */
export function textAt(value: unknown, name: string, most: number, subcode?: number): string {
  if (typeof value !== "string" || value.trim() === "")
    throw parameterWrong(`Param ${name} must be non-empty UTF-8 encoded string`, subcode);
  if (lengthOf(value) > most) throw parameterWrong(`Length of param ${name} must be less than or equal to ${most}`);
  return value;
}

/** The same where it may be left out or empty. */
export function optionalTextAt(value: unknown, name: string, most: number): void {
  if (value !== undefined && value !== null && value !== "") textAt(value, name, most);
}

/** An http or https address. Throws 100. */
export function urlAt(value: unknown, name: string): string {
  if (typeof value !== "string" || !URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
    throw parameterWrong(`Param ${name} must be a valid URL.`);
  return value;
}

/** A number, perhaps as text. Throws 100. */
export function numberAt(value: unknown, name: string): number {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number)) throw parameterWrong(`Param ${name} must be a number.`);
  return number;
}

/** One of these words. Throws 100. */
export function wordAt<Word extends string>(value: unknown, name: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === value);
  if (found === undefined) throw parameterWrong(`Param ${name} must be one of {${words.join(", ")}}`);
  return found;
}
