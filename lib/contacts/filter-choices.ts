import { FIELD_VALUE_MAX } from "./about/limits";

const STANDINGS = ["on", "off", "none"] as const;

/** What contacts are narrowed by, and what each may be. `seen`: within the week or the month, or not for a month. */
export const FILTER_CHOICES = {
  service: STANDINGS,
  order_updates: STANDINGS,
  offers: STANDINGS,
  channel: ["web_chat", "messenger"],
  seen: ["week", "month", "longer"],
} as const;

/** A field's id, and after a colon what is filled in there. */
export const FIELD_FILTER = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(:.+)?$/s;
/** The longest of them, in UTF-16 units. */
export const FIELD_FILTER_MAX = 37 + FIELD_VALUE_MAX;

/** The longest search, in UTF-16 units. */
export const SEARCH_MAX = 100;
