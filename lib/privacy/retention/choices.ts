/**
 * The times that an owner may choose, in months. People are kept for three years at most; what was said longer where a
 * shop needs it. Source: CNIL, reference consent.md §1, retention.
 */
export const TIME_CHOICES = {
  messages: [3, 6, 12, 24, 36, 60],
  prospects: [6, 12, 24, 36],
  customers: [12, 24, 36],
} as const;

/** What would end tonight is counted up to here. */
export const COUNTED_MOST = 10_000;
