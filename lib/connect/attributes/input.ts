import { z } from "zod";
import { isKeptAsIs } from "#lib/core/kept-text";

/** The most names of one chat. */
export const ATTRIBUTES_MAX = 20;

const Name = z.string().regex(/^[a-z]\w{0,39}$/i);
const Value = z.union([z.string().max(200).refine(isKeptAsIs), z.number(), z.boolean(), z.null()]);

/** What a page tells of whoever chats on it; null takes one back. The browser's script refuses the same with a sentence. */
export const TellAttributes = z.strictObject({
  attributes: z.record(Name, Value).refine((told) => Object.keys(told).length <= ATTRIBUTES_MAX, "too_long"),
});
export type TellAttributes = z.output<typeof TellAttributes>;
