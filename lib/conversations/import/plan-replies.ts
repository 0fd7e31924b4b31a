import type { CsvLine } from "#lib/core/csv/read";
import type { TakenLine } from "#lib/core/csv/taken-line";
import { plainField } from "#lib/core/csv/write";
import { isKeptAsIs } from "#lib/core/kept-text";
import { SAVED_REPLIES_MAX } from "../list-saved-replies";
import { MESSAGE_MAX } from "../messages-to-write";
import type { ReplyField } from "./reply-fields";

const TITLE_MAX = 80;

type Reply = { title: string; body: string };
/** What becomes of a line, and the reply on it. */
export type PlannedReply = TakenLine & Reply;

function problemOf({ title, body }: Reply): string | null {
  if (title === "") return "no_title";
  if (body === "") return "no_body";
  if (![title, body].every(isKeptAsIs)) return "bad_character";
  if (title.length > TITLE_MAX) return "title_too_long";
  return body.length > MESSAGE_MAX ? "body_too_long" : null;
}

const keyOf = ({ title }: Reply) => title.trim().toLowerCase();
/** Spreadsheets write line breaks in two ways. */
const wordsOf = ({ body }: Reply) => body.replaceAll("\r\n", "\n").trim();

/**
 * What becomes of each line of a file, beside the replies a shop holds: a title is one reply's, and its words are never
 * overwritten.
 */
export function planReplies(
  lines: readonly CsvLine[],
  columns: readonly (ReplyField | null)[],
  held: readonly Reply[],
): PlannedReply[] {
  const known = new Map(held.map((reply) => [keyOf(reply), { words: wordsOf(reply), line: 0 }]));
  let room = SAVED_REPLIES_MAX - held.length;
  return lines.map(({ line, cells }) => {
    const cell = (field: ReplyField) => plainField(cells[columns.indexOf(field)] ?? "").trim();
    const reply = { title: cell("title"), body: wordsOf({ title: "", body: cell("body") }) };
    const refuse = (key: string, about: number | null = null): PlannedReply => ({
      ...{ ...reply, line, outcome: "refused", problem: { key, about } },
    });
    const problem = problemOf(reply);
    if (problem) return refuse(problem);
    const same = known.get(keyOf(reply));
    if (same && same.line > 0) return refuse("twice", same.line);
    if (same && same.words !== wordsOf(reply)) return refuse("title_taken");
    known.set(keyOf(reply), { words: wordsOf(reply), line });
    if (same) return { ...reply, line, outcome: "unchanged", problem: null };
    if (room <= 0) return refuse("too_many");
    room -= 1;
    return { ...reply, line, outcome: "fresh", problem: null };
  });
}
