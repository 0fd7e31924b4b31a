const TIMEOUT = 10_000;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5_000;
/** 4xx, but not "too early" or "too many": those are asked again like a fault of the server. */
const PASSING = new Set([408, 425, 429]);

export type AuthData = { auth: string; channel_data?: string; user_data?: string };
export type AuthAnswer =
  | { kind: "given"; data: AuthData }
  | { kind: "refused"; status: number }
  | { kind: "not wanted" };

function isAuthData(value: unknown): value is AuthData {
  return typeof value === "object" && value !== null && "auth" in value && typeof value.auth === "string";
}

async function ask(endpoint: string, form: Record<string, string>): Promise<AuthAnswer | null> {
  try {
    const answer = await fetch(endpoint, {
      method: "POST",
      body: new URLSearchParams(form),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (answer.ok) {
      const data: unknown = await answer.json();
      return isAuthData(data) ? { kind: "given", data } : null;
    }
    const refused = answer.status >= 400 && answer.status < 500 && !PASSING.has(answer.status);
    return refused ? { kind: "refused", status: answer.status } : null;
  } catch {
    return null;
  }
}

/**
 * Asks our server for a signature. A refusal is final; no answer, or a fault, is asked again for as long as `wanted`
 * says so, because pusher-js by itself would leave the channel silent until the next reconnection.
 */
export async function askAuth(
  endpoint: string,
  form: Record<string, string>,
  wanted: () => boolean,
): Promise<AuthAnswer> {
  for (let attempt = 0; wanted(); attempt += 1) {
    const answer = await ask(endpoint, form);
    if (answer) return wanted() ? answer : { kind: "not wanted" };
    const pause = Math.min(FIRST_PAUSE * 2 ** attempt, LONGEST_PAUSE);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return { kind: "not wanted" };
}
