import { z } from "zod";
import { isKeptAsIs } from "#lib/core/kept-text";
import { TEMPLATE_LANGUAGES } from "./languages";

const BODY_MAX = 1_024;
const HOLE = /\{\{(\d+)\}\}/g;

/** How many holes a text has; null when they are not numbered from 1 without a gap. */
export function holesOf(body: string): number | null {
  const numbers = new Set([...body.matchAll(HOLE)].map(([, number]) => Number(number)));
  const all = [...numbers].every((number) => number >= 1 && number <= numbers.size);
  return all ? numbers.size : null;
}

/** The platform takes no text that begins or ends with a hole: nothing says then what fills it. */
const Body = z
  .string()
  .max(BODY_MAX)
  .refine((text) => text.trim() !== "", "required")
  .refine(isKeptAsIs, "message_nul")
  .refine((text) => holesOf(text) !== null, "template_holes")
  .refine((text) => !/^\s*\{\{\d+\}\}|\{\{\d+\}\}\s*$/.test(text), "template_edges");

export const CreateTemplate = z.strictObject({
  channelId: z.uuid(),
  name: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, "invalid_choice"),
  language: z.enum(TEMPLATE_LANGUAGES),
  body: Body,
});
export type CreateTemplate = z.output<typeof CreateTemplate>;
