const STANDINGS = ["on", "off", "none"] as const;

/** What contacts are narrowed by, and what each may be. `seen`: within the week or the month, or not for a month. */
export const FILTER_CHOICES = {
  service: STANDINGS,
  order_updates: STANDINGS,
  offers: STANDINGS,
  channel: ["web_chat", "messenger"],
  seen: ["week", "month", "longer"],
} as const;

/** The longest search, in UTF-16 units. */
export const SEARCH_MAX = 100;
