import { z } from "zod";
import { isKeptAsIs } from "#lib/core/kept-text";

/** The longest search, in UTF-16 units. */
export const SEARCH_MAX = 300;

export const SearchShop = z.strictObject({
  q: z.string().max(SEARCH_MAX, "too_long").refine(isKeptAsIs, "message_nul"),
  /** The place after the last page. */
  cursor: z.string().max(200).optional(),
});
export type SearchShop = z.output<typeof SearchShop>;
