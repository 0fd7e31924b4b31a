/** Each refusal a person or a client may meet, with its HTTP status. */
export const STATUS = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  refused: 409,
  too_large: 413,
  invalid: 422,
  too_many: 429,
  unexpected: 500,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof STATUS;
export type ProblemParams = Record<string, string | number>;

/**
 * A refusal: `code` tells a client what kind it is, `key` names the sentence in the `problems` catalogue,
 * `params` fill it in. Anything else that is thrown is a bug and is never shown.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ProblemCode;
  readonly key: string;
  readonly params: ProblemParams;
  /** For bad input: the field's path and the catalogue key of what is wrong with it. */
  readonly fields: Record<string, string>;
  /** Where a rule said no: what may be done instead, the nearest first. */
  readonly ways: readonly string[];

  constructor(
    code: ProblemCode,
    key: string,
    params: ProblemParams = {},
    fields: Record<string, string> = {},
    ways: readonly string[] = [],
  ) {
    super(`${code}: ${key}`);
    this.code = code;
    this.key = key;
    this.params = params;
    this.fields = fields;
    this.ways = ways;
  }
}

/** The answer for an absent thing and for another shop's thing alike. */
export function notFound(what: string): AppError {
  return new AppError("not_found", "not_found", { what });
}

/** A rule said no; `key` is the sentence that says which one and what is left, `ways` what a screen can offer of that. */
export function refused(key: string, params: ProblemParams = {}, ways: readonly string[] = []): AppError {
  return new AppError("refused", key, params, {}, ways);
}

/** What was sent is not of the right shape or size. */
export function invalid(key: string, params: ProblemParams = {}, fields: Record<string, string> = {}): AppError {
  return new AppError("invalid", key, params, fields);
}

/** The person is known but may not do this here; `role` is the least that may, where it is a matter of roles. */
export function forbidden(role?: "owner" | "admin" | "agent"): AppError {
  return new AppError("forbidden", "forbidden", role ? { role } : {});
}

/** Nobody is signed in, or the session has ended. */
export function unauthenticated(): AppError {
  return new AppError("unauthenticated", "unauthenticated");
}
