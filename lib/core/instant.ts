import { z } from "zod";

const [FIRST, LAST] = [Date.parse("0001-01-01T00:00:00Z"), Date.parse("9999-12-31T23:59:59.999Z")];

/**
 * An ISO 8601 instant in the years 1 to 9999, in UTC: PostgreSQL has no year 0, and later years are written otherwise.
 * With `offset` another zone may be given; `precision` is the exact number of decimals of a second.
 */
export function instant(form: { offset?: boolean; precision?: number } = {}) {
  return z.iso.datetime(form).refine((text) => {
    const at = Date.parse(text);
    return at >= FIRST && at <= LAST;
  }, "invalid");
}
