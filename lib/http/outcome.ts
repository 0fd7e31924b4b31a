import type { z } from "zod";
import { isDatabaseAway } from "#db/lost-connection";
import { AppError, invalid, type ProblemCode } from "#lib/core/errors";
import { log } from "#lib/core/log";
import { formatIn } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messagesFor } from "#lib/i18n/messages";
import { problemSentence } from "#lib/i18n/problem";

/** `ways`: what may be done instead, where a rule said no and something is left to do. */
export type Problem = {
  code: ProblemCode;
  message: string;
  fields?: Record<string, string>;
  ways?: readonly string[];
};
export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** Parses what was sent; an AppError names each wrong field by the catalogue key of what is wrong with it. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const outcome = schema.safeParse(input);
  if (outcome.success) return outcome.data;
  const fields = Object.fromEntries(outcome.error.issues.map((issue) => [issue.path.join("."), keyOf(issue)]));
  const [first] = outcome.error.issues;
  const key = first && /^message_/.test(first.message) ? first.message : "invalid";
  throw invalid(key, first ? sizeOf(first, input) : {}, fields);
}

function keyOf(issue: z.core.$ZodIssue): string {
  if (Object.hasOwn(messagesFor("en").problems, issue.message)) return issue.message;
  if (issue.code === "too_big") return "too_long";
  return issue.code === "too_small" ? "required" : "invalid_choice";
}

function sizeOf(issue: z.core.$ZodIssue, input: unknown) {
  if (issue.code !== "too_big") return {};
  const value = issue.path.reduce<unknown>(
    (at, step) => (at instanceof Object ? Reflect.get(at, step) : undefined),
    input,
  );
  return { n: typeof value === "string" ? value.length : 0, max: Number(issue.maximum) };
}

/**
 * What to answer for anything that was thrown: a refusal says its sentence in the person's language; anything else is
 * a bug, logged with its cause under `requestId` and shown as one plain sentence.
 */
export function problemOf(error: unknown, locale: Locale, requestId: string, timeZone = "Europe/Paris"): Problem {
  if (isDatabaseAway(error)) {
    log.warn({ requestId }, "the database is away");
    return { code: "unavailable", message: messagesFor(locale).problems.unavailable };
  }
  if (!(error instanceof AppError)) {
    log.error({ err: error, requestId }, "unexpected error");
    return { code: "unexpected", message: messagesFor(locale).problems.unexpected };
  }
  const [messages, format] = [messagesFor(locale), formatIn(locale, timeZone)];
  const fields = Object.entries(error.fields).map(([path, key]) => [
    path,
    problemSentence(messages, format, key, error.params),
  ]);
  return {
    code: error.code,
    message: problemSentence(messages, format, error.key, error.params),
    ...(fields.length > 0 ? { fields: Object.fromEntries(fields) } : {}),
    ...(error.ways.length > 0 ? { ways: error.ways } : {}),
  };
}
