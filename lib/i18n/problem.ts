import type { ProblemParams } from "../core/errors";
import { type Format, formatIn } from "./format";
import type { PageMessages } from "./messages";

/** The key of a sentence in the `problems` catalogue. */
export type ProblemKey = keyof PageMessages["problems"];

function isProblemKey(problems: PageMessages["problems"], key: string): key is ProblemKey {
  return Object.hasOwn(problems, key);
}

function inWords(format: Format, name: string, value: string | number, zone: string | undefined): string {
  if (typeof value === "number") return format.number(value);
  if (name === "date") return format.weekday(value);
  if (name === "ago") return format.locale === "fr" ? format.elapsed(value) : `${format.elapsed(value)} ago`;
  if (name !== "time") return value;
  const there = zone ? formatIn(format.locale, zone, format.now) : format;
  return `${there.weekdayName(value)} ${there.spokenTime(value)}`;
}

/** Where a sentence begins: at the start of the text, or after the end of another. */
const BEGINS = /(^|[.!?]\s)$/;

/** Whoever gave no name is "this person", with a capital where the sentence begins. */
function called(messages: PageMessages, name: string, before: string): string {
  if (name) return name;
  const { somebody } = messages.common;
  return BEGINS.test(before) ? `${somebody.charAt(0).toUpperCase()}${somebody.slice(1)}` : somebody;
}

/**
 * The sentence a person reads for an AppError's `key` and `params`; an unknown key reads as `unexpected`. An empty `name`
 * is that of somebody who gave none.
 * Params named `date`, `time` and `ago` hold ISO 8601 instants and are said in words: "Tuesday 27 May", "Saturday 8 am", "2 days ago".
 * `time` is said in the IANA zone of the param `zone` when there is one (quiet hours are the recipient's), else in the format's.
 */
export function problemSentence(
  messages: PageMessages,
  format: Format,
  key: string,
  params: ProblemParams = {},
): string {
  const template = messages.problems[isProblemKey(messages.problems, key) ? key : "unexpected"];
  const zone = typeof params.zone === "string" ? params.zone : undefined;
  return template.replace(/\{(\w+)\}/g, (_, name: string, at: number) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return "…";
    return name === "name"
      ? called(messages, String(value), template.slice(0, at))
      : inWords(format, name, value, zone);
  });
}
