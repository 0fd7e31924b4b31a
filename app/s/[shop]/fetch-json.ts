import type { Outcome } from "#lib/http/outcome";

const PATIENCE_MS = 15_000;

/**
 * Reads one of our own addresses. A refusal comes back as a value; no answer within 15 s, or none at all, is the
 * problem `unavailable` with no sentence, since nobody is there to say one.
 */
export async function fetchJson<T>(path: string): Promise<Outcome<T>> {
  try {
    const response = await fetch(path, {
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { accept: "application/json" },
    });
    const body = await response.json();
    return response.ok ? { ok: true, value: body } : { ok: false, problem: body.problem };
  } catch {
    return { ok: false, problem: { code: "unavailable", message: "" } };
  }
}
