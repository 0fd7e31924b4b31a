/** What the HTTP API answers: JSON, or one plain sentence when it refuses. */
export type Answer = { status: number; body: object | string };

export function ok(body: object): Answer {
  return { status: 200, body };
}

/** A fixed sentence that repeats nothing of the request. */
export function refusal(status: number, sentence: string): Answer {
  return { status, body: sentence };
}
