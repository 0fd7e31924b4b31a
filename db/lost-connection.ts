const LOST = new Set(["CONNECTION_CLOSED", "CONNECTION_DESTROYED", "CONNECTION_ENDED", "ECONNRESET", "EPIPE"]);
/** Our own time limits ended it: a lock not had in time, a statement or a transaction too long (PostgreSQL, Appendix A). */
const TOO_SLOW = new Set(["55P03", "57014", "25P03"]);
/**
 * The server refuses new sessions: starting up, shutting down, too many, or only reading for now (PostgreSQL, Appendix
 * A).
 */
const REFUSED = new Set(["ECONNREFUSED", "CONNECT_TIMEOUT", "57P01", "57P02", "57P03", "53300", "25006"]);

function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}

/** Whether the connection to the database was lost under a query. */
export function isLostConnection(error: unknown): boolean {
  return LOST.has(codeOf(error));
}

/** Whether a time limit of ours ended it. */
export function isTooSlow(error: unknown): boolean {
  return TOO_SLOW.has(codeOf(error));
}

/** Whether the database cannot be used now, or is too busy for this, and may be usable again soon. */
export function isDatabaseAway(error: unknown): boolean {
  return isLostConnection(error) || REFUSED.has(codeOf(error)) || isTooSlow(error);
}

/** Whether PostgreSQL ended the transaction because it and another waited for each other (Appendix A, 40P01). */
export function isDeadlock(error: unknown): boolean {
  return codeOf(error) === "40P01";
}
