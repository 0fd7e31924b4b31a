import { DrizzleQueryError } from "drizzle-orm";

/** PostgreSQL's errors of data: their words repeat the value that could not be read (Appendix A, class 22). */
const OF_DATA = /^22/;
/** Where PostgreSQL repeats the row, the key or the statement that it refused. */
const REPEATED = ["detail", "where", "hint", "internal_query"];

/**
 * The same error without what was written in the query: whoever prints it, here or in a library, tells what broke and
 * not whom it was about. Its code and the names of tables, columns and constraints stay.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof DrizzleQueryError)) return cleaned(error);
  say(error, `Failed query: ${error.query}`);
  error.params = [];
  cleaned(error.cause);
  return error;
}

function cleaned(error: unknown): unknown {
  if (!(error instanceof Error) || !("severity" in error)) return error;
  for (const name of REPEATED) Reflect.deleteProperty(error, name);
  const code = "code" in error ? String(error.code) : "";
  if (OF_DATA.test(code)) say(error, `a value was refused (${code})`);
  return error;
}

/** The stack begins with the words it was made with. */
function say(error: Error, words: string): void {
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  error.message = words;
  error.stack = [`${error.name}: ${words}`, ...frames].join("\n");
}
