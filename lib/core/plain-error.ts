/** What may be written down of something that was thrown: what broke and where, and nothing of whom it was about. */
export type PlainError = { type: string; message: string; code?: string; stack?: string; cause?: PlainCause };
type PlainCause = { type: string; code?: string; at?: string };

/**
 * An error as the log keeps it. Causes come from other people's code, whose words may name somebody, as a mail server's
 * do: of them the kind, the code and the names that the database gives are kept. What is thrown by queries holds no
 * values (`withoutValues`).
 */
export function plainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { type: typeof error, message: "something else than an error was thrown" };
  const code = textIn(error, "code");
  return {
    type: error.name,
    message: error.message,
    ...(code && { code }),
    ...(error.stack && { stack: error.stack }),
    ...(error.cause instanceof Error && { cause: plainCause(error.cause) }),
  };
}

function plainCause(cause: Error): PlainCause {
  const code = textIn(cause, "code");
  const at = ["table_name", "column_name", "constraint_name"].flatMap((name) => textIn(cause, name) || []).join(" ");
  return { type: cause.name, ...(code && { code }), ...(at && { at }) };
}

function textIn(error: Error, name: string): string {
  const value: unknown = Reflect.get(error, name);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
