import type { importing } from "#lib/i18n/messages/en/importing";
import type { RefusedLine } from "./view-import";

type Words = Pick<typeof importing, "problems">;

const isKey = (words: Words, key: string): key is keyof Words["problems"] => Object.hasOwn(words.problems, key);

/** Why a line was not taken, as a sentence. */
export function refusalWords(words: Words, { problem, about }: RefusedLine): string {
  return words.problems[isKey(words, problem) ? problem : "unreadable"](about ?? 0);
}
