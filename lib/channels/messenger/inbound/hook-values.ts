import { z } from "zod";

const EARLIEST = Date.parse("2004-01-01T00:00:00Z");
const LATEST = Date.parse("2100-01-01T00:00:00Z");
/** Below this a number is seconds: as milliseconds it would be a day of 1973. */
const SECONDS_BELOW = 100_000_000_000;

/** An id of the platform. Digits, longer than a number holds exactly, so it is kept as text. */
export const Id = z.union([z.string().min(1).max(255), z.number().int().nonnegative()]).transform(String);

function instantOf(value: string | number): Date {
  const number = typeof value === "number" ? value : /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isNaN(number)) return new Date(String(value));
  return new Date(number < SECONDS_BELOW ? number * 1_000 : number);
}

/** An instant as a number of milliseconds (or seconds), the same as text, or ISO 8601. Source: fixtures of live payloads. */
export const Instant = z
  .union([z.number(), z.string()])
  .transform(instantOf)
  .refine((at) => at.getTime() >= EARLIEST && at.getTime() < LATEST, "invalid");

/** Words as PostgreSQL can keep them: NUL and halves of characters are replaced, nothing else is touched. */
export const Words = z
  .string()
  .transform((text) => text.replaceAll("\u0000", "\ufffd").replace(/\p{Surrogate}/gu, "\ufffd"));

const Web = /^https?:\/\//i;
const PLATFORM = "https://www.facebook.com/";

/** A web address; one without a host is the platform's own. Null for anything that is not the web's. */
export function webAddress(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address, PLATFORM)) return null;
  const { href } = new URL(address, PLATFORM);
  return Web.test(href) ? href : null;
}

/** A value with everything in it that PostgreSQL's jsonb refuses replaced. */
export function keptJson(value: Record<string, unknown>): Record<string, unknown> {
  const replaced: unknown = JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === "string" ? Words.parse(part) : part,
  );
  return z.record(z.string(), z.unknown()).parse(replaced);
}
