/**
 * Why a mail did not go. `refused`: never will. `later`: nothing was taken, try again. `unknown`: it may have arrived,
 * so it must not be sent again.
 */
export class MailFailure extends Error {
  override readonly name = "MailFailure";
  readonly kind: "refused" | "later" | "unknown";

  constructor(kind: MailFailure["kind"], why: string, options?: ErrorOptions) {
    super(`mail ${kind}: ${why}`, options);
    this.kind = kind;
  }
}

/** nodemailer's words for a server that was never spoken to; its codes do not tell that from a lost connection. */
const NEVER_MET = new Set(["Connection timeout", "Greeting never received"]);

/** What nodemailer's error means for a second try. */
export function failureOf(error: unknown): MailFailure {
  const { responseCode, code, syscall, message = "", command = "" } = fieldsOf(error);
  const said = [code, command, responseCode].filter(Boolean).join(" ");
  const kind = () => {
    if (typeof responseCode === "number") return responseCode >= 500 && code !== "EAUTH" ? "refused" : "later";
    const unspoken = code === "EDNS" || code === "EAUTH" || syscall === "connect" || NEVER_MET.has(message);
    return unspoken ? "later" : "unknown";
  };
  return new MailFailure(kind(), said, { cause: error });
}

type Fields = { responseCode?: unknown; command?: unknown; code?: unknown; syscall?: unknown; message?: string };

function fieldsOf(error: unknown): Fields {
  return error instanceof Error ? { ...error, message: error.message } : {};
}
