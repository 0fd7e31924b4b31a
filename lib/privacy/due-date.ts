/** How long a shop has to answer, and how much longer where it is complex. Source: GDPR art. 12(3). */
export const ANSWER_MONTHS = 1;
export const EXTENSION_MONTHS = 2;

/**
 * The same day `months` later, at the same time in UTC; where that month has no such day, its last. Source: Regulation
 * (EEC, Euratom) 1182/71 art. 3(2)(c).
 */
export function monthsAfter(at: Date, months: number): Date {
  const day = at.getUTCDate();
  const later = new Date(at);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const last = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(day, last));
  return later;
}
